/** Names that differ from the service's name here; all others are `<name>.amazonaws.com`. */
const SOURCES: Readonly<Record<string, string>> = {
  cloudwatch: 'monitoring',
  'cloudwatch-logs': 'logs',
  eventbridge: 'events',
  sfn: 'states',
  'sagemaker-runtime': 'sagemaker',
  'sagemaker-featurestore-runtime': 'sagemaker',
  'bedrock-runtime': 'bedrock',
};

export const eventSourceOf = (service: string): string => `${SOURCES[service] ?? service}.amazonaws.com`;

/**
 * Calls on the data in a resource. CloudTrail keeps them from the event history; a trail records them only when asked.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
const DATA_EVENTS: Readonly<Record<string, RegExp>> = {
  s3: /Object(s|V2)?$|ObjectTagging$|^ListObject|^UploadPart|Upload$|^ListParts$|^SelectObject/,
  kinesis: /^(PutRecords?|GetRecords|GetShardIterator|SubscribeToShard)$/,
  firehose: /^PutRecord(Batch)?$/,
  lambda: /^Invoke/,
  'sagemaker-runtime': /./,
  'sagemaker-featurestore-runtime': /./,
  sqs: /Message(Batch)?$|^ChangeMessageVisibility/,
  sns: /^Publish/,
  cloudwatch: /^(PutMetricData|GetMetric(Data|Statistics))$/,
  'cloudwatch-logs': /^(PutLogEvents|GetLogEvents|FilterLogEvents)$/,
  eventbridge: /^PutEvents$/,
};

export const isManagementEvent = (service: string, operation: string): boolean =>
  !DATA_EVENTS[service]?.test(operation);
