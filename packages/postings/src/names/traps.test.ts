import { describe, expect, it } from 'vitest';
import { namesIn, strengthsIn } from './testing/catalog-names.ts';

/** Each trap both ways: the name, a text that asks for it, a text that does not. */
const TRAPS: readonly (readonly [name: string, asks: string, doesNot: string])[] = [
  [
    'Amazon Translate',
    'Experience with Amazon Comprehend, Translate and Polly',
    'Translate business needs into AWS solutions',
  ],
  ['Amazon Forecast', 'AWS AI services (Forecast, Personalize)', 'You will forecast demand on AWS'],
  ['Amazon Personalize', 'Knowledge of Amazon Forecast and Personalize', 'Personalize the shop with AWS tools'],
  ['Amazon Comprehend', 'Experience with Textract, Comprehend and Kendra', 'Ability to comprehend AWS bills'],
  ['Amazon Transcribe', 'Experience with Amazon Lex, Transcribe and Polly', 'Transcribe calls that AWS keeps'],
  ['Amazon Polly', 'Experience with AWS Lex, Polly and Lambda', 'Resilience with Polly and .NET on AWS'],
  ['Amazon Lex', 'Experience building bots with AWS (Lex, Lambda)', 'Lex and yacc grammars'],
  ['Amazon Connect', 'Experience with Amazon Connect', 'You connect AWS teams; AWS connect the dots'],
  ['AWS Glue', 'Experience with Glue, Athena and S3 on AWS', 'You will be the Glue that holds AWS teams together'],
  ['Apache Spark', 'Experience with Spark and Kafka', 'Spark joy in our customers and spark new ideas'],
  ['Go', 'Experience with Python, Go or Rust', 'Own our go-to-market. Go above and beyond. Going forward, we Go fast'],
  ['R', 'Experience with Python, R and SQL', 'Work with R&D. Contact John R. Smith. Toys R Us. R & D with Python'],
  ['C', 'Experience with C, C++ and Python', 'Vitamin C, Series C, the C-suite and Python'],
  ['C++', 'Strong C++ skills', 'Strong C skills'],
  ['C#', 'Experience with C#, .NET', 'Experience with C, Python'],
  ['.NET', 'Experience with .NET and SQL', 'See www.example.net and behance.net/you'],
  ['REST APIs', 'Design REST services', 'You do the rest. REST ASSURED, THE REST is ours'],
  ['AWS IAM', 'AWS services: IAM, KMS and Lambda', 'IAM tools such as Okta and SailPoint next to AWS'],
  ['Amazon EMR', 'Experience with AWS (EMR, S3)', 'Experience with EMR systems such as Epic on AWS'],
  ['AWS DMS', 'Experience with AWS DMS', 'Experience with a DMS for documents'],
  ['AWS KMS', 'Security on AWS: KMS, IAM', 'A KMS for knowledge management, hosted on AWS'],
  ['Azure Machine Learning', 'Azure AI, AML and Databricks on Azure', 'AML (anti-money laundering) models on Azure'],
  ['Helm', 'Kubernetes with Helm and Argo', 'With a new CEO at the Helm of Kubernetes Inc'],
  ['Ray', 'Experience with Ray, Dask and Spark', 'X-Ray images and Ray Charles; ray tracing'],
  ['React', 'Experience with React and TypeScript', 'React quickly to change. We use a ReAct loop'],
  ['TypeScript', 'Experience with JS, TS and Python', 'An active TS/SCI clearance and Python'],
  ['Swift', 'Experience with Swift and Kotlin', 'Swift action on SWIFT payments'],
  ['Rust', 'Experience with Rust or Python', 'Jobs in the Rust Belt'],
  ['Ruby', 'Experience with Ruby, Python', 'Ask Ruby about it'],
  ['Julia', 'Experience with Python, Julia or R', 'Contact Julia Smith, Python lead'],
  ['Chef/Puppet', 'Experience with Chef, Ansible', 'An executive Chef leads the kitchen'],
  ['Node.js', 'Experience with Node and React', 'Each Node in the cluster runs Python'],
  ['Vertex AI', 'Experience with BigQuery, Vertex and GKE', 'Vertex Pharmaceuticals uses BigQuery'],
  ['Amazon Nova', 'Experience with Amazon Nova', 'The office in Nova Scotia uses AWS'],
  ['Amazon Titan', 'Experience with Titan Embeddings', 'A Titan of industry on AWS'],
  ['SageMaker Neo', 'Experience with SageMaker Neo', 'Experience with Neo and SageMaker'],
  ['Amazon Bedrock', 'Experience with Bedrock and Claude', 'Trust is the bedrock of our culture. The Bedrock of AWS'],
  ['Amazon Kendra', 'Experience with Kendra, Lex and Bedrock', 'Contact Kendra Jones, AWS team'],
  ['Apache Iceberg', 'Experience with Iceberg and Trino', 'This is the tip of the iceberg'],
  ['Snowflake', 'Experience with Snowflake', 'Star and Snowflake schemas, snowflake schema design'],
  ['SageMaker Canvas', 'Experience with SageMaker Canvas', 'SageMaker and a blank canvas'],
  ['SageMaker Autopilot', 'Experience with SageMaker Autopilot', 'SageMaker and Tesla Autopilot'],
  ['SageMaker Ground Truth', 'Experience with SageMaker Ground Truth', 'Ground truth labels in SageMaker'],
  [
    'Amazon Bedrock Knowledge Bases',
    'Experience with Bedrock Knowledge Bases',
    'Keep a knowledge base next to Bedrock',
  ],
  ['Amazon Bedrock Guardrails', 'Experience with Bedrock Guardrails', 'Set guardrails next to Bedrock'],
  ['SageMaker Clarify', 'Experience with SageMaker Clarify', 'Clarify what SageMaker does'],
  ['AWS Amplify', 'Experience with AWS Amplify', 'Help AWS amplify our voice; amplify results'],
  ['Amazon Athena', 'Experience with S3, Athena', 'Athena Swan award for AWS teams'],
  ['Amazon Aurora', 'AWS databases: Aurora, DynamoDB', 'On site in Aurora, Colorado, near AWS'],
  ['Amazon Neptune', 'AWS databases: Neptune, DynamoDB', 'Experiment tracking with Neptune, MLflow and AWS'],
  ['Amazon Redshift', 'Experience with Redshift', 'Redshift of distant galaxies'],
  ['SAS', 'Experience with SAS or R', 'Azure SAS tokens'],
  ['dbt', 'Experience with dbt and Airflow', 'DBT (dialectical behavior therapy)'],
  ['Exploratory data analysis', 'EDA and feature engineering with Pandas', 'EDA tools from Cadence and Synopsys'],
  ['RLHF', 'Experience with RLHF, DPO and PPO', 'Report to the DPO on data protection'],
  ['LoRA/PEFT', 'Fine-tuning with LoRA', 'Sensors over LoRa radio'],
  ['RAG', 'Build RAG pipelines', 'Weekly RAG status (red, amber, green)'],
  ['Model Context Protocol', 'Agents with MCP and A2A', 'MCP (Microsoft Certified Professional)'],
  ['A2A protocol', 'Agents with MCP and A2A', 'A2A (account-to-account) payments'],
  ['TensorFlow', 'Experience with PyTorch, TF and Keras', 'TF modules in Terraform; TF-IDF features'],
  ['Machine learning', 'ML experience', 'Dispense 5 ML of solution'],
  ['Microsoft Fabric', 'Power BI, Fabric and Azure', 'Azure Service Fabric and the fabric of society'],
  ['Palantir Foundry', 'Experience with Palantir Foundry', 'Work in a steel Foundry with SQL'],
  ['GitHub Copilot', 'Use GitHub Copilot', 'An AI Copilot for SQL'],
  ['Cursor', 'AI tools such as Cursor and Claude Code', 'Write SQL with a database Cursor'],
  ['Haystack', 'Experience with LangChain, Haystack', 'A needle in a Haystack and Python'],
  ['Transformers', 'Experience with transformers and LLMs', 'Maintain high-voltage transformers'],
  ['Excel', 'Experience with SQL, Excel', 'Excel at SQL. You Excel in teams'],
  ['Git', 'Experience with Git and Docker', 'Send a link to your GitHub profile'],
  ['JavaScript', 'Experience with JS, HTML', 'Experience with React JS'],
  ['SQL', 'Experience with SQL', 'Experience with PostgreSQL, MySQL and NoSQL'],
  ['OpenAI API', 'Experience with OpenAI models', 'Experience with Azure OpenAI'],
  ['Scala', 'Experience with Scala', 'Build scalable, scalar systems at La Scala'],
  [
    'AWS Certified Solutions Architect',
    'AWS Solutions Architect certification',
    'Work with AWS Solutions Architects; AWS Solutions Architect wanted',
  ],
];

/** As above, for meanings that only the words around it tell. */
const MEANT_OTHERWISE: readonly (readonly [name: string, asks: string, doesNot: string])[] = [
  ['Amazon SES', 'Mail by AWS SES and SNS', 'Not a Senior Executive Service (SES) post, AWS data; Non-SES'],
  ['Amazon S3', 'Files in S3, Athena', 'Drivers for S3 Graphics, AWS'],
  ['Cassandra', 'Experience with Cassandra and Kafka', 'Questions? Ring Cassandra on this number'],
  ['Jenkins', 'CI with Jenkins and Maven', 'Our privacy officer is called Ms Jenkins'],
  ['Ruby', 'Backend in Ruby, Python', 'A coffee with Ruby (hiring manager)'],
  ['Bash', 'Shell, Linux', "She'll ask about Linux"],
  ['Airflow', 'Experience with Airflow', 'Sensors for temperature and airflow'],
  ['Salesforce', 'Experience with Salesforce', 'Reports for our salesforce of 70'],
  ['Guardrails', 'Guardrails for LLM output', 'You set the guardrails for how the move is done'],
  ['Statistics', 'Strong statistics', 'Work at the Bureau of Coastal Statistics'],
  ['Large language models', 'LLM products for law firms', 'A lawyer with an LLM from Leiden'],
  ['Natural language processing', 'NLP experience', 'Coaches certified in hypnosis and NLP'],
  ['Amazon Aurora', 'Databases on AWS: Aurora, DynamoDB', 'Simulations on Aurora, results on AWS'],
  ['OpenAI API', 'The OpenAI API', 'GenAILLMRAGAzure OpenAI'],
  ['Prompt engineering', 'LLM work, mostly prompting', 'Acts without prompting'],
  ['A2A protocol', 'Agents speak A2A with the agents of partners', 'A2A (application-to-application) messages'],
  ['Amazon Polly', 'Speech on AWS: Polly, Lex', 'AWS people report to Polly, who owns the budget'],
  ['Amazon Lex', 'Bots on AWS: Lex, Polly', 'AWS work with Lex from the tools team'],
  ['Amazon Kendra', 'Search on AWS: Kendra, Lex', 'Data on AWS\n\nKendra\n\nKendra Osei | Recruiter'],
  ['Anthropic Claude', 'Coding with Claude and Cursor', 'Your mentor Claude sits next door'],
  ['Anthropic Claude', 'Prompts for Claude', 'Claude, our founder, answers mail himself'],
  ['Amazon Redshift', 'Redshift', 'Redshift is the name of our cat'],
  ['Amazon Aurora', 'S3, Aurora on AWS', 'S3 on AWS. Aurora Robotics makes arms. Aurora was founded here'],
  ['Amazon Bedrock', 'AWS, Bedrock', 'Life at Bedrock. Bedrock makes beds'],
  ['Amazon Athena', 'Athena on AWS, S3', 'Athena is a bank. Files in S3. Athena grows'],
  ['Amazon ECS', 'Containers on an ECS cluster', 'Our engine is an ECS in Rust'],
  ['Azure Machine Learning', 'Azure: AML, ADF', 'The AML team reads alerts on Azure'],
  ['Azure Data Factory', 'Azure: ADF, Synapse', 'Veterans of the Army and the ADF, Azure'],
  ['Azure Kubernetes Service', 'AKS', 'Stark Law and AKS'],
  ['dbt', 'Models in dbt', 'Clinicians trained in DBT'],
  ['dbt', 'dbt skills', 'DBT skills groups'],
  ['dbt', 'dbt-trained engineers', 'DBT therapists'],
  ['Git', 'Git and GitHub', 'CV, notice period, GitHub or Kaggle link'],
  ['NVIDIA Triton', 'Model serving with Triton', 'Triton (the language)'],
  ['NVIDIA Triton', 'TensorRT, Triton, CUDA kernels', 'CUDA, Triton and other kernels'],
  ['Large language models', 'JD: LLM applications', 'A JD or LLM'],
  ['Tableau', 'A Tableau developer', 'A tableau of cheese'],
];

describe('a name in other company', () => {
  it.each(MEANT_OTHERWISE)('%s', (name, asks, doesNot) => {
    expect(namesIn(`Requirements:\n- ${asks}`)).toContain(name);
    expect(namesIn(`Requirements:\n- ${doesNot}`)).not.toContain(name);
  });
});

describe('a name that means other things, too', () => {
  it.each(TRAPS)('%s is found where it is asked for', (name, asks) => {
    expect(namesIn(`Requirements:\n- ${asks}`)).toContain(name);
  });

  it.each(TRAPS)('%s is not found elsewhere', (name, _, doesNot) => {
    expect(namesIn(`Requirements:\n- ${doesNot}`)).not.toContain(name);
  });
});

describe('a cloud with other meanings', () => {
  it.each([
    ['Knowledge of GCP and ICH guidelines (Good Clinical Practice)', {}],
    ['Experience with GCP', { GCP: 'required' }],
    ['All staff work to GCP, see the e-learning', {}],
    ['A current GCP certificate', {}],
    ['Experience with GCP in clinical settings', { GCP: 'required' }],
    ['Azure is the colour of our logo', {}],
    ['OCI-compliant images with containerd', {}],
    ['Experience with OCI', { Oracle: 'required' }],
    ['Salary with AWS (13th month)', {}],
    ['Welders with AWS D1.1', {}],
    ['Ground control points (GCP) for maps', {}],
    ['Amazon, Microsoft and Google are customers', {}],
  ])('%s', (text, strengths) => {
    expect(strengthsIn(`Requirements:\n- ${text}`)).toEqual(strengths);
  });
});
