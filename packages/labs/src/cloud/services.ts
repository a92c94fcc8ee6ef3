/** A service under the names that each tool gives it. */
export type ServiceNames = {
  readonly title: string;
  /** Class of the JavaScript client, without `Client`. */
  readonly sdk: string;
  readonly cli: string;
  readonly boto3: string;
};

const service = (title: string, sdk: string, cli: string, boto3: string = cli): ServiceNames => ({
  title,
  sdk,
  cli,
  boto3,
});

/** By the name in labs, which is that of the package `@aws-sdk/client-<name>`. */
export const SERVICES: Readonly<Record<string, ServiceNames>> = {
  athena: service('Amazon Athena', 'Athena', 'athena'),
  bedrock: service('Amazon Bedrock', 'Bedrock', 'bedrock'),
  'bedrock-runtime': service('Amazon Bedrock Runtime', 'BedrockRuntime', 'bedrock-runtime'),
  budgets: service('AWS Budgets', 'Budgets', 'budgets'),
  cloudtrail: service('AWS CloudTrail', 'CloudTrail', 'cloudtrail'),
  cloudwatch: service('Amazon CloudWatch', 'CloudWatch', 'cloudwatch'),
  'cloudwatch-logs': service('Amazon CloudWatch Logs', 'CloudWatchLogs', 'logs'),
  comprehend: service('Amazon Comprehend', 'Comprehend', 'comprehend'),
  databrew: service('AWS Glue DataBrew', 'DataBrew', 'databrew'),
  eventbridge: service('Amazon EventBridge', 'EventBridge', 'events'),
  firehose: service('Amazon Data Firehose', 'Firehose', 'firehose'),
  glue: service('AWS Glue', 'Glue', 'glue'),
  iam: service('AWS IAM', 'IAM', 'iam'),
  kinesis: service('Amazon Kinesis Data Streams', 'Kinesis', 'kinesis'),
  kms: service('AWS KMS', 'KMS', 'kms'),
  lambda: service('AWS Lambda', 'Lambda', 'lambda'),
  s3: service('Amazon S3', 'S3', 's3api', 's3'),
  sagemaker: service('Amazon SageMaker AI', 'SageMaker', 'sagemaker'),
  'sagemaker-featurestore-runtime': service(
    'Amazon SageMaker Feature Store',
    'SageMakerFeatureStoreRuntime',
    'sagemaker-featurestore-runtime',
  ),
  'sagemaker-runtime': service('Amazon SageMaker endpoints', 'SageMakerRuntime', 'sagemaker-runtime'),
  sfn: service('AWS Step Functions', 'SFN', 'stepfunctions'),
  sns: service('Amazon SNS', 'SNS', 'sns'),
  sqs: service('Amazon SQS', 'SQS', 'sqs'),
  sts: service('AWS STS', 'STS', 'sts'),
  transcribe: service('Amazon Transcribe', 'Transcribe', 'transcribe'),
  translate: service('Amazon Translate', 'Translate', 'translate'),
};

/** @throws RangeError for a service that labs cannot call */
export function getService(name: string): ServiceNames {
  const names = SERVICES[name];
  if (!names) throw new RangeError(`labs cannot call ${name}; they can call ${Object.keys(SERVICES).join(', ')}`);
  return names;
}
