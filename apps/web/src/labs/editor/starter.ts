import type { PublishedLab, PublishedStep } from '@cairn/contract';

/** The class of each client, and a first call that needs no input, if the service has one worth seeing. */
const FIRST_CALLS: Readonly<Record<string, readonly [client: string, call?: string]>> = {
  athena: ['AthenaClient', 'ListWorkGroups'],
  bedrock: ['BedrockClient', 'ListFoundationModels'],
  'bedrock-runtime': ['BedrockRuntimeClient'],
  budgets: ['BudgetsClient'],
  cloudtrail: ['CloudTrailClient', 'LookupEvents'],
  cloudwatch: ['CloudWatchClient', 'DescribeAlarms'],
  'cloudwatch-logs': ['CloudWatchLogsClient', 'DescribeLogGroups'],
  comprehend: ['ComprehendClient'],
  databrew: ['DataBrewClient', 'ListDatasets'],
  eventbridge: ['EventBridgeClient', 'ListRules'],
  firehose: ['FirehoseClient', 'ListDeliveryStreams'],
  glue: ['GlueClient', 'GetDatabases'],
  iam: ['IAMClient', 'ListRoles'],
  kinesis: ['KinesisClient', 'ListStreams'],
  kms: ['KMSClient', 'ListKeys'],
  lambda: ['LambdaClient', 'ListFunctions'],
  s3: ['S3Client', 'ListBuckets'],
  sagemaker: ['SageMakerClient', 'ListTrainingJobs'],
  'sagemaker-featurestore-runtime': ['SageMakerFeatureStoreRuntimeClient'],
  'sagemaker-runtime': ['SageMakerRuntimeClient'],
  sfn: ['SFNClient', 'ListStateMachines'],
  sns: ['SNSClient', 'ListTopics'],
  sqs: ['SQSClient', 'ListQueues'],
  sts: ['STSClient', 'GetCallerIdentity'],
  transcribe: ['TranscribeClient', 'ListTranscriptionJobs'],
  translate: ['TranslateClient'],
};

/** `sagemaker-runtime` → `sagemakerRuntime`: as the reference solutions name their clients. */
const variableOf = (service: string): string =>
  service.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What stands in the editor of a step at first: the clients of the lab, and a call that works. */
export function starterCode(
  { services }: Pick<PublishedLab, 'services'>,
  { title }: Pick<PublishedStep, 'title'>,
): string {
  const known = services.map(({ id }) => id).filter((id) => FIRST_CALLS[id] !== undefined);
  const first = known.find((id) => FIRST_CALLS[id]?.[1] !== undefined) ?? 'sts';
  const all = [...new Set([...known, first])].sort();
  return [
    `// ${title}`,
    '',
    ...all.map((service) => importLine(service, service === first)),
    '',
    ...all.map((service) => `const ${variableOf(service)} = new ${FIRST_CALLS[service]?.[0]}({});`),
    '',
    `console.log(await ${variableOf(first)}.send(new ${FIRST_CALLS[first]?.[1]}Command({})));`,
    '',
  ].join('\n');
}

function importLine(service: string, isFirst: boolean): string {
  const [client = '', call] = FIRST_CALLS[service] ?? [];
  const names = isFirst && call ? [`${call}Command`, client] : [client];
  return `import { ${names.sort().join(', ')} } from '@aws-sdk/client-${service}';`;
}
