/**
 * The official clients, each a chunk of its own that is loaded when its service is first called. A module holds the
 * class `<Service>Client` and a class `<Operation>Command` an operation; so the page needs no code per operation.
 */
export const CLIENT_MODULES: Readonly<Record<string, () => Promise<object>>> = {
  athena: () => import('@aws-sdk/client-athena'),
  bedrock: () => import('@aws-sdk/client-bedrock'),
  'bedrock-runtime': () => import('@aws-sdk/client-bedrock-runtime'),
  budgets: () => import('@aws-sdk/client-budgets'),
  cloudtrail: () => import('@aws-sdk/client-cloudtrail'),
  cloudwatch: () => import('@aws-sdk/client-cloudwatch'),
  'cloudwatch-logs': () => import('@aws-sdk/client-cloudwatch-logs'),
  comprehend: () => import('@aws-sdk/client-comprehend'),
  databrew: () => import('@aws-sdk/client-databrew'),
  eventbridge: () => import('@aws-sdk/client-eventbridge'),
  firehose: () => import('@aws-sdk/client-firehose'),
  glue: () => import('@aws-sdk/client-glue'),
  iam: () => import('@aws-sdk/client-iam'),
  kinesis: () => import('@aws-sdk/client-kinesis'),
  kms: () => import('@aws-sdk/client-kms'),
  lambda: () => import('@aws-sdk/client-lambda'),
  s3: () => import('@aws-sdk/client-s3'),
  sagemaker: () => import('@aws-sdk/client-sagemaker'),
  'sagemaker-featurestore-runtime': () => import('@aws-sdk/client-sagemaker-featurestore-runtime'),
  'sagemaker-runtime': () => import('@aws-sdk/client-sagemaker-runtime'),
  sfn: () => import('@aws-sdk/client-sfn'),
  sns: () => import('@aws-sdk/client-sns'),
  sqs: () => import('@aws-sdk/client-sqs'),
  sts: () => import('@aws-sdk/client-sts'),
  transcribe: () => import('@aws-sdk/client-transcribe'),
  translate: () => import('@aws-sdk/client-translate'),
};
