/** Names that cost filters use, by the names on the sandbox's bill. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  Athena: ['Amazon Athena'],
  Bedrock: ['Amazon Bedrock'],
  CloudWatch: ['AmazonCloudWatch', 'Amazon CloudWatch'],
  'CloudWatch Logs': ['AmazonCloudWatch', 'Amazon CloudWatch'],
  Comprehend: ['Amazon Comprehend'],
  'Data Firehose': ['Amazon Kinesis Firehose', 'Amazon Data Firehose'],
  EventBridge: ['CloudWatch Events', 'Amazon EventBridge'],
  Glue: ['AWS Glue'],
  'Glue DataBrew': ['AWS Glue'],
  KMS: ['AWS Key Management Service'],
  'Kinesis Data Streams': ['Amazon Kinesis'],
  Lambda: ['AWS Lambda'],
  S3: ['Amazon Simple Storage Service'],
  SNS: ['Amazon Simple Notification Service'],
  SQS: ['Amazon Simple Queue Service'],
  SageMaker: ['Amazon SageMaker', 'Amazon SageMaker AI'],
  'Step Functions': ['AWS Step Functions'],
  Transcribe: ['Amazon Transcribe'],
  Translate: ['Amazon Translate'],
};

/** The bill's names for a service of a cost filter; empty when the sandbox has no such service. */
export const billedServices = (filter: string): readonly string[] =>
  Object.entries(NAMES).flatMap(([billed, names]) => (billed === filter || names.includes(filter) ? [billed] : []));
