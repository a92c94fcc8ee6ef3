/** The services of the command line: the word after `aws`, and the pack that models it. */
const CLIENTS: ReadonlyMap<string, string> = new Map(
  [
    'athena',
    'bedrock',
    'bedrock-runtime',
    'budgets',
    'cloudtrail',
    'cloudwatch',
    'comprehend',
    'databrew',
    'firehose',
    'glue',
    'iam',
    'kinesis',
    'kms',
    'lambda',
    'sagemaker',
    'sagemaker-featurestore-runtime',
    'sagemaker-runtime',
    'sns',
    'sqs',
    'sts',
    'transcribe',
    'translate',
  ]
    .map((name): [string, string] => [name, name])
    .concat([
      ['events', 'eventbridge'],
      ['logs', 'cloudwatch-logs'],
      ['stepfunctions', 'sfn'],
      ['s3api', 's3'],
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** `s3` stands beside the services: file commands that call S3. */
export const SERVICE_COMMANDS: readonly string[] = [...CLIENTS.keys(), 's3'];

/** The pack (and SDK client) behind a word such as `logs`; s3's is that of s3api. */
export function findClient(command: string): string | undefined {
  return command === 's3' ? 's3' : CLIENTS.get(command);
}
