import { describe, expect, it } from 'vitest';
import { namesIn } from './testing/catalog-names.ts';

describe('spellings', () => {
  it.each([
    ['Experience with Kuberentes', 'Kubernetes'],
    ['Experience with Tensorflo', 'TensorFlow'],
    ['Experience with Postgress', 'PostgreSQL'],
    ['Experience with Sage**Maker**', 'Amazon SageMaker AI'],
    ['Experience with Kuber\u00adnetes', 'Kubernetes'],
    ['Experience with machine\u00a0learning', 'Machine learning'],
    ['A long line that is broken at its margin inside of machine\nlearning', 'Machine learning'],
    ['…with PythonExperience in AWS', 'Python'],
    ['Experience with scikit\u2011learn', 'scikit-learn'],
    ['Experience with CI / CD', 'CI/CD'],
    ['Experience with AzureDevOps', 'Azure DevOps'],
    ['Experience with Java17', 'Java'],
    ['#Python', 'Python'],
    ['Experience with Kakfa', 'Kafka'],
    ['Phyton scripts', 'Python'],
    ['Experience with Apache Airlfow', 'Airflow'],
    ['Workloads on Azure Databriks', 'Azure Databricks'],
    ['Terra\u00adfrom modules', 'Terraform'],
    ['Pipelines on Azure DatabricksWatch for drift', 'Azure Databricks'],
    ['Train with LightGBMServe them through FastAPIKeep it simple', 'FastAPI'],
    ['You have fine-tuned an LLM', 'Fine-tuning'],
  ])('%s', (text, name) => {
    expect(namesIn(`Requirements:\n- ${text}`)).toContain(name);
  });

  it.each([
    'contained',
    'scalar',
    'flasks',
    'Kubota',
    'Polaris',
    'Jupiter',
    'Docket',
    'Recognition',
    'Vertical',
    'Informatics',
    'SQLAlchemy',
    'GitOps',
    'Robert',
    'Roberto',
    'Statistic',
    'Casandra',
    'Transformed',
    'Reids',
    'Flaks',
    'Salesforces',
    'Azur',
    'https://x.org/python',
  ])('%s is no name', (word) => {
    expect(namesIn(`Requirements:\n- Experience with ${word}`)).toEqual([]);
  });

  it.each([
    ['We would smile at all that you hadFlinkPrefect or RabbitMQGood humour', ['Flink', 'Prefect', 'RabbitMQ']],
    ['Worth a lookAzure DevOpsSentryLeave', ['Azure DevOps']],
    ['Worth a lookTerraformSentry$5 a day', ['Terraform']],
    ['What we useKafkaSigmaAirflow', ['Kafka', 'Airflow']],
    ['Tools you useAzure Data FactoryVeeamPay', ['Azure Data Factory']],
    ['Cameras that see by OpenCVONNX, day and night', ['OpenCV', 'ONNX']],
    ['PythonLLMRAGDocker', ['Python', 'Large language models', 'RAG', 'Docker']],
    ['PythonYOLOONNXRust', ['Python', 'YOLO', 'ONNX', 'Rust']],
    ['On AWS: LambdaSQSSNSFargate', ['AWS Lambda', 'Amazon SQS', 'Amazon SNS', 'AWS Fargate']],
    ['SkillsSQLExcelPatience', ['SQL', 'Excel']],
    ['Front endReactTailwind', ['React']],
    ['Run it onKubernetes', ['Kubernetes']],
  ])('glued: %s', (text, names) => {
    expect(namesIn(`Requirements:\n- Good manners\n\n${text}`)).toEqual(names);
  });

  it.each(['EMRFS', 'SQLR', 'SQLX', 'NOSQLX', 'GoPro', 'FreshReact', 'SwiftKeys', 'MySQLite', 'ScalarFlow'])(
    '%s is another word',
    (word) => {
      expect(namesIn(`Requirements:\n- Tools like ${word} on AWS`)).toEqual([]);
    },
  );
});
