import type { Job, JobRun } from '@aws-sdk/client-glue';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { QueryFault } from '../../lake/query-fault.ts';
import { parseStatement } from '../../lake/statements/parse.ts';
import { runStatement } from '../../lake/statements/run.ts';
import { tokensOf } from '../../lake/tokens.ts';
import { GLUE_JOB_DPU_HOUR } from '../../prices.ts';
import { parseS3Uri, readObject } from '../../s3/objects.ts';
import { roleArnOf } from '../needs.ts';
import type { GlueCall } from '../state.ts';
import { isOver } from './jobs.ts';

const WATCH_MILLISECONDS = 100;

/** Runs a job's script to its end; the outcome is in the run. */
export async function runJob(call: GlueCall, job: Job, run: JobRun, signal: AbortSignal): Promise<void> {
  const stop = new AbortController();
  const watch = setInterval(() => {
    if (signal.aborted || isOver(run)) stop.abort();
  }, WATCH_MILLISECONDS);
  try {
    const role = call.assume(roleArnOf(call, job.Role ?? ''), 'glue.amazonaws.com', 'GlueJobRunnerSession');
    await runScript(call, role, job, run, stop.signal);
    finish(call, run, 'SUCCEEDED');
  } catch (error) {
    if (!(error instanceof ServiceError || error instanceof QueryFault)) throw error;
    finish(call, run, 'FAILED', error.message);
    if (!stop.signal.aborted) retry(call, job, run);
  } finally {
    clearInterval(watch);
  }
}

async function runScript(call: GlueCall, role: Principal, job: Job, run: JobRun, signal: AbortSignal): Promise<void> {
  const location = job.Command?.ScriptLocation ?? '';
  const at = parseS3Uri(location);
  if (!at) throw new RangeError('a job has the address of a script');
  const script = Buffer.from(await (await readObject(call, role, at)).bytes()).toString('utf8');
  if (!location.endsWith('.sql')) {
    throw new QueryFault(
      'SCRIPT_NOT_SUPPORTED',
      `${location} is no SQL script. Jobs of this sandbox run scripts that end in .sql: statements over tables of the data catalog, with semicolons between them, such as COPY (SELECT …) TO 's3://…' (FORMAT parquet).`,
    );
  }
  const { '--database': database = 'default', '--TempDir': outputLocation } = run.Arguments ?? {};
  const reader = { call, principal: role };
  for (const [i, sql] of statementsOf(withArguments(script, run)).entries()) {
    if (isOver(run)) return;
    const task = { reader, sql, database, id: `${run.Id}-${i}`, outputLocation, signal };
    await runStatement(task, parseStatement(sql));
  }
}

/** `${day}` in a script is what the argument `--day` says. */
function withArguments(script: string, { Arguments: given = {} }: JobRun): string {
  return script.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => {
    const value = given[`--${name}`];
    if (value === undefined)
      throw new QueryFault('MISSING_ARGUMENT', `The script needs the job argument --${name} for ${whole}.`);
    return value;
  });
}

function statementsOf(script: string): string[] {
  const ends = tokensOf(script).filter(({ kind, text }) => kind === 'end' || (kind === 'symbol' && text === ';'));
  const pieces = ends.map(({ start }, i) => script.slice(ends[i - 1]?.end ?? 0, start));
  return pieces.filter((piece) => tokensOf(piece).length > 1);
}

const LEAST_BILLED_SECONDS = 60;

function finish(call: GlueCall, run: JobRun, state: 'SUCCEEDED' | 'FAILED', error?: string): void {
  const seconds = Math.max(0, Math.round((call.now() - (run.StartedOn?.getTime() ?? 0)) / 1000));
  const billed = Math.max(LEAST_BILLED_SECONDS, seconds);
  call.charge(GLUE_JOB_DPU_HOUR, ((run.MaxCapacity ?? 1) * billed) / 3600);
  run.ExecutionTime = seconds;
  run.DPUSeconds = (run.MaxCapacity ?? 1) * billed;
  run.LastModifiedOn = call.date();
  if (isOver(run)) return; // it was stopped
  run.JobRunState = state;
  run.CompletedOn = call.date();
  if (error !== undefined) run.ErrorMessage = error;
  const detail = {
    jobName: run.JobName,
    jobRunId: run.Id,
    state,
    severity: error === undefined ? 'INFO' : 'ERROR',
    message: error ?? 'Job run succeeded',
  };
  call.emit('glue:state-change', { detailType: 'Glue Job State Change', detail });
}

/** Another attempt after a failure, as often as the job says. */
function retry(call: GlueCall, job: Job, failed: JobRun): void {
  const attempt = (failed.Attempt ?? 0) + 1;
  if (attempt > (job.MaxRetries ?? 0)) return;
  const { ErrorMessage: _error, CompletedOn: _completed, ...kept } = failed;
  const Id = `${failed.Id?.replace(/_attempt_\d+$/, '')}_attempt_${attempt}`;
  const run: JobRun = {
    ...kept,
    Id,
    Attempt: attempt,
    PreviousRunId: failed.Id,
    StartedOn: call.date(),
    JobRunState: 'RUNNING',
  };
  call.state.runs.get(run.JobName ?? '')?.push(run);
  call.background((later, signal) => runJob(later, job, run, signal));
}
