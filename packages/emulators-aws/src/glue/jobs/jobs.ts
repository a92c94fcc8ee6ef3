import type { CreateJobRequest, Job, JobRun, StartJobRunRequest } from '@aws-sdk/client-glue';
import type { Need } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidInput, notFound, notSupported } from '../errors.ts';
import { onNamed } from '../needs.ts';
import type { GlueCall } from '../state.ts';

const COMMANDS = ['glueetl', 'gluestreaming', 'pythonshell', 'glueray'];
const DEFAULT_TIMEOUT_MINUTES = 480;
const DEFAULT_CAPACITY_DPUS = 10;

export const onJob = (action: string, name: string | undefined, call: GlueCall): Need =>
  onNamed(action, 'job')(name, call);

export function getJobEntry({ state }: GlueCall, name: string | undefined): Job {
  const job = state.jobs.get(name ?? '');
  if (!job) throw notFound(`Job ${name} not found.`);
  return job;
}

export function getJobRunEntry(call: GlueCall, name: string | undefined, id: string | undefined): JobRun {
  getJobEntry(call, name);
  const run = call.state.runs.get(name ?? '')?.find(({ Id }) => Id === id);
  if (!run) throw notFound(`Job Run ${id} not found.`);
  return run;
}

const OVER = ['SUCCEEDED', 'FAILED', 'STOPPED', 'TIMEOUT', 'ERROR'];

export const isOver = ({ JobRunState: state }: JobRun): boolean => state !== undefined && OVER.includes(state);

/** Throws InvalidInputException for a job that contradicts itself. */
export function demandRunnable({
  Command,
  MaxCapacity,
  WorkerType,
  NumberOfWorkers,
  CodeGenConfigurationNodes,
}: Sent<CreateJobRequest>): void {
  if (CodeGenConfigurationNodes) throw notSupported('A visual job (CodeGenConfigurationNodes)');
  if (!COMMANDS.includes(Command.Name ?? ''))
    throw invalidInput(`Invalid command name ${Command.Name}: use one of ${COMMANDS.join(', ')}.`);
  if (!/^s3:\/\/[^/]+\/.+/.test(Command.ScriptLocation ?? ''))
    throw invalidInput('Command.ScriptLocation must be the address of a script: s3://bucket/key.');
  if (MaxCapacity !== undefined && (WorkerType !== undefined || NumberOfWorkers !== undefined)) {
    throw invalidInput('Please do not set Max Capacity if using Worker Type and Number of Workers.');
  }
}

export function jobOf(call: GlueCall, { Tags: _tags, ...input }: Sent<CreateJobRequest>): Job {
  const capacity = capacityOf(input);
  return {
    ...input,
    CreatedOn: call.date(),
    LastModifiedOn: call.date(),
    ExecutionProperty: input.ExecutionProperty ?? { MaxConcurrentRuns: 1 },
    MaxRetries: input.MaxRetries ?? 0,
    Timeout: input.Timeout ?? DEFAULT_TIMEOUT_MINUTES,
    MaxCapacity: capacity,
    AllocatedCapacity: Math.floor(capacity),
    GlueVersion: input.GlueVersion ?? '0.9',
  };
}

const DPUS: Readonly<Record<string, number>> = {
  'G.025X': 0.25,
  'G.1X': 1,
  Standard: 1,
  'G.2X': 2,
  'G.4X': 4,
  'G.8X': 8,
};

/** DPUs that a job holds while it runs. */
function capacityOf({
  Command,
  MaxCapacity,
  WorkerType,
  NumberOfWorkers,
}: Pick<Job, 'Command' | 'MaxCapacity' | 'WorkerType' | 'NumberOfWorkers'>): number {
  if (WorkerType !== undefined) return (DPUS[WorkerType] ?? 1) * (NumberOfWorkers ?? 2);
  return MaxCapacity ?? (Command?.Name === 'pythonshell' ? 0.0625 : DEFAULT_CAPACITY_DPUS);
}

export function runOf(call: GlueCall, job: Job, input: Sent<StartJobRunRequest>): JobRun {
  const own =
    input.WorkerType === undefined && input.MaxCapacity === undefined ? job : { ...input, Command: job.Command };
  const MaxCapacity = capacityOf(own);
  return {
    Id: `jr_${call.ids.hex(64)}`,
    Attempt: 0,
    JobName: input.JobName,
    StartedOn: call.date(),
    LastModifiedOn: call.date(),
    JobRunState: 'RUNNING',
    Arguments: { ...job.DefaultArguments, ...input.Arguments, ...job.NonOverridableArguments },
    PredecessorRuns: [],
    AllocatedCapacity: Math.floor(MaxCapacity),
    ExecutionTime: 0,
    Timeout: input.Timeout ?? job.Timeout,
    MaxCapacity,
    LogGroupName: '/aws-glue/jobs',
    GlueVersion: job.GlueVersion,
    ...(own.WorkerType === undefined ? {} : { WorkerType: own.WorkerType, NumberOfWorkers: own.NumberOfWorkers }),
  };
}
