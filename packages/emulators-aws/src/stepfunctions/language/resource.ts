/** What a Task state calls. */
export type Resource =
  /** A function's ARN: the state's input is the event, its answer the result. */
  | { readonly kind: 'function'; readonly functionArn: string }
  | {
      readonly kind: 'integration';
      /** As the ARN calls it: `events`. */
      readonly name: string;
      /** Name in the sandbox: `eventbridge`. */
      readonly service: string;
      /** As in the API: `CreateTrainingJob`. */
      readonly operation: string;
      /** `sync2` answers an execution's output as JSON and not as text. */
      readonly pattern: 'request' | 'sync' | 'sync2';
      readonly isOptimized: boolean;
      /** Before the dot in error names: `SageMaker`. */
      readonly errorPrefix: string;
    };

/** Services by their names in `arn:aws:states:::aws-sdk:<name>:…`: ours, and how errors call them. */
const SERVICES: Readonly<Record<string, readonly [service: string, errorPrefix: string]>> = {
  athena: ['athena', 'Athena'],
  bedrockruntime: ['bedrock-runtime', 'BedrockRuntime'],
  budgets: ['budgets', 'Budgets'],
  cloudtrail: ['cloudtrail', 'CloudTrail'],
  cloudwatch: ['cloudwatch', 'CloudWatch'],
  cloudwatchlogs: ['cloudwatch-logs', 'CloudWatchLogs'],
  comprehend: ['comprehend', 'Comprehend'],
  databrew: ['databrew', 'DataBrew'],
  eventbridge: ['eventbridge', 'EventBridge'],
  firehose: ['firehose', 'Firehose'],
  glue: ['glue', 'Glue'],
  iam: ['iam', 'Iam'],
  kinesis: ['kinesis', 'Kinesis'],
  kms: ['kms', 'Kms'],
  lambda: ['lambda', 'Lambda'],
  s3: ['s3', 'S3'],
  sagemaker: ['sagemaker', 'SageMaker'],
  sagemakerfeaturestoreruntime: ['sagemaker-featurestore-runtime', 'SageMakerFeatureStoreRuntime'],
  sagemakerruntime: ['sagemaker-runtime', 'SageMakerRuntime'],
  sfn: ['sfn', 'Sfn'],
  sns: ['sns', 'Sns'],
  sqs: ['sqs', 'Sqs'],
  sts: ['sts', 'Sts'],
  transcribe: ['transcribe', 'Transcribe'],
  translate: ['translate', 'Translate'],
};

/** Optimized integrations: operations, and whether `.sync` waits for their jobs. */
const OPTIMIZED: Readonly<
  Record<string, readonly [sdk: string, prefix: string, operations: Readonly<Record<string, boolean>>]>
> = {
  athena: [
    'athena',
    'Athena',
    { startQueryExecution: true, stopQueryExecution: false, getQueryExecution: false, getQueryResults: false },
  ],
  bedrock: ['bedrockruntime', 'Bedrock', { invokeModel: false }],
  databrew: ['databrew', 'DataBrew', { startJobRun: true }],
  events: ['eventbridge', 'EventBridge', { putEvents: false }],
  glue: ['glue', 'Glue', { startJobRun: true }],
  lambda: ['lambda', 'Lambda', { invoke: false }],
  sagemaker: [
    'sagemaker',
    'SageMaker',
    {
      createEndpoint: false,
      createEndpointConfig: false,
      createHyperParameterTuningJob: true,
      createLabelingJob: false,
      createModel: false,
      createProcessingJob: true,
      createTrainingJob: true,
      createTransformJob: true,
      updateEndpoint: false,
    },
  ],
  sns: ['sns', 'SNS', { publish: false }],
  sqs: ['sqs', 'SQS', { sendMessage: false }],
  states: ['sfn', 'StepFunctions', { startExecution: true }],
};

const FUNCTION = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/;
const INTEGRATION = /^arn:aws[a-z-]*:states:[a-z0-9-]*:\d*:(aws-sdk:)?([a-z0-9]+):([a-zA-Z0-9]+)(\.\w+(?::\d)?)?$/;
const PATTERNS: Readonly<Record<string, 'request' | 'sync' | 'sync2'>> = {
  '': 'request',
  '.sync': 'sync',
  '.sync:2': 'sync2',
};

/** The meaning of a Resource that `checkResource` let pass. Throws RangeError for another one. */
export function readResource(text: string): Resource {
  const found = parse(text);
  if (typeof found === 'string') throw new RangeError(found);
  return found;
}

/** Why a Resource cannot be used; undefined when it can. */
export function checkResource(text: string): string | undefined {
  const found = parse(text);
  return typeof found === 'string' ? found : undefined;
}

function parse(text: string): Resource | string {
  if (FUNCTION.test(text)) return { kind: 'function', functionArn: text };
  const [, isSdk, name = '', action = '', suffix = ''] = INTEGRATION.exec(text) ?? [];
  if (name === '') return `The resource ${text} is not recognized`;
  const pattern = PATTERNS[suffix];
  if (pattern === undefined) return `The integration pattern ${suffix} of ${text} is not supported in this sandbox`;
  const operation = action.charAt(0).toUpperCase() + action.slice(1);
  return isSdk ? sdk(text, name, operation, pattern) : optimized(text, name, action, operation, pattern);
}

function sdk(text: string, name: string, operation: string, pattern: 'request' | 'sync' | 'sync2'): Resource | string {
  const known = SERVICES[name];
  if (!known) return `The service ${name} of ${text} is not one of this sandbox: ${Object.keys(SERVICES).join(', ')}`;
  if (pattern !== 'request') return `SDK integrations do not wait for jobs: ${text}`;
  const [service, errorPrefix] = known;
  return { kind: 'integration', name, service, operation, pattern, isOptimized: false, errorPrefix };
}

function optimized(
  text: string,
  name: string,
  action: string,
  operation: string,
  pattern: 'request' | 'sync' | 'sync2',
): Resource | string {
  const [sdkName = '', errorPrefix = '', operations = {}] = OPTIMIZED[name] ?? [];
  const waits = Object.hasOwn(operations, action) ? operations[action] : undefined;
  const [service] = SERVICES[sdkName] ?? [];
  if (waits === undefined || service === undefined) return `The resource ${text} is not supported in this sandbox`;
  if (pattern !== 'request' && !waits) return `${text}: this integration does not wait for a job to end`;
  if (pattern === 'sync2' && name !== 'states') return `The resource ${text} is not recognized`;
  return { kind: 'integration', name, service, operation, pattern, isOptimized: true, errorPrefix };
}
