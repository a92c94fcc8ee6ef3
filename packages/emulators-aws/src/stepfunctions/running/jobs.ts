import { isObject, type Json } from '../language/json.ts';

/** How `.sync` follows the job that an operation starts. */
export interface JobKind {
  /** Operation that tells how the job stands. */
  readonly describe: string;
  /** Its input, from the parameters of the start and its answer. */
  readonly key: (input: Json, answer: Json) => Readonly<Record<string, unknown>>;
  /** Where the state stands in the answer. */
  readonly state: readonly string[];
  readonly succeeded: readonly string[];
  readonly failed: readonly string[];
}

const member = (value: Json, name: string): Json => (isObject(value) ? (value[name] ?? null) : null);

const sagemaker = (kind: string): JobKind => ({
  describe: `Describe${kind}Job`,
  key: (input) => ({ [`${kind}JobName`]: member(input, `${kind}JobName`) }),
  state: [`${kind}JobStatus`],
  succeeded: ['Completed'],
  failed: ['Failed', 'Stopped'],
});

/** By `service:Operation`. */
const KINDS: Readonly<Record<string, JobKind>> = {
  'sagemaker:CreateTrainingJob': sagemaker('Training'),
  'sagemaker:CreateTransformJob': sagemaker('Transform'),
  'sagemaker:CreateProcessingJob': sagemaker('Processing'),
  'sagemaker:CreateHyperParameterTuningJob': sagemaker('HyperParameterTuning'),
  'glue:StartJobRun': {
    describe: 'GetJobRun',
    key: (input, answer) => ({ JobName: member(input, 'JobName'), RunId: member(answer, 'JobRunId') }),
    state: ['JobRun', 'JobRunState'],
    succeeded: ['SUCCEEDED'],
    failed: ['FAILED', 'STOPPED', 'TIMEOUT', 'ERROR'],
  },
  'databrew:StartJobRun': {
    describe: 'DescribeJobRun',
    key: (input, answer) => ({ Name: member(input, 'Name'), RunId: member(answer, 'RunId') }),
    state: ['State'],
    succeeded: ['SUCCEEDED'],
    failed: ['FAILED', 'STOPPED', 'TIMEOUT'],
  },
  'athena:StartQueryExecution': {
    describe: 'GetQueryExecution',
    key: (_, answer) => ({ QueryExecutionId: member(answer, 'QueryExecutionId') }),
    state: ['QueryExecution', 'Status', 'State'],
    succeeded: ['SUCCEEDED'],
    failed: ['FAILED', 'CANCELLED'],
  },
  'sfn:StartExecution': {
    describe: 'DescribeExecution',
    key: (_, answer) => ({ executionArn: member(answer, 'ExecutionArn') }),
    state: ['Status'],
    succeeded: ['SUCCEEDED'],
    failed: ['FAILED', 'TIMED_OUT', 'ABORTED'],
  },
};

export function jobKind(service: string, operation: string): JobKind {
  const kind = KINDS[`${service}:${operation}`];
  if (!kind) throw new RangeError(`${service}:${operation} starts no job`); // a checked resource does
  return kind;
}

export function jobState({ state }: JobKind, described: Json): string {
  return String(state.reduce<Json>((value, name) => member(value, name), described));
}
