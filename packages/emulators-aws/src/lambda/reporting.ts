import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { report } from '../messaging/metrics.ts';
import { LAMBDA_ARM_GB_SECOND, LAMBDA_GB_SECOND, LAMBDA_REQUEST } from '../prices.ts';
import type { Answer } from './answer.ts';
import type { Outcome } from './running/environment.ts';
import type { FunctionVersion, LambdaCall, LambdaFunction } from './state.ts';

interface Invoked {
  readonly fn: LambdaFunction;
  readonly version: FunctionVersion;
  readonly session: Principal;
  readonly requestId: string;
  readonly logStream: string;
  readonly outcome: Outcome;
  readonly answer: Omit<Answer, 'log'>;
  /** Set for the first invocation of a process. */
  readonly initMilliseconds: number | undefined;
}

/** Writes the log, counts the metrics and the bill of an invocation; returns the log's text. */
export function reportInvocation(call: LambdaCall, invoked: Invoked): string {
  const { fn, version, session, logStream, outcome, answer, initMilliseconds = 0 } = invoked;
  const { memoryMegabytes, logGroup } = version.settings;
  const billed = Math.ceil(outcome.milliseconds + initMilliseconds);
  const lines = linesOf(call, invoked, billed);
  call.background(async (later) => writeLog(later, session, logGroup, logStream, lines));
  report(
    call,
    'AWS/Lambda',
    { FunctionName: fn.name },
    {
      Invocations: [1, 'Count'],
      Errors: [answer.fault ? 1 : 0, 'Count'],
      Duration: [outcome.milliseconds, 'Milliseconds'],
    },
  );
  call.charge(LAMBDA_REQUEST, 1);
  const duration = version.settings.architectures.includes('arm64') ? LAMBDA_ARM_GB_SECOND : LAMBDA_GB_SECOND;
  call.charge(duration, (billed / 1000) * (memoryMegabytes / 1024));
  return lines.join('');
}

export function reportThrottle(call: LambdaCall, functionName: string): void {
  report(call, 'AWS/Lambda', { FunctionName: functionName }, { Throttles: [1, 'Count'] });
}

function linesOf(call: LambdaCall, invoked: Invoked, billed: number): string[] {
  const { version, requestId, outcome, initMilliseconds } = invoked;
  const { memoryMegabytes, timeoutSeconds, runtime } = version.settings;
  const used = Math.min(memoryMegabytes, Math.ceil(outcome.memoryBytes / 1024 ** 2));
  const facts = [
    `REPORT RequestId: ${requestId}`,
    `Duration: ${outcome.milliseconds.toFixed(2)} ms`,
    `Billed Duration: ${billed} ms`,
    `Memory Size: ${memoryMegabytes} MB`,
    `Max Memory Used: ${used} MB`,
    ...(initMilliseconds === undefined ? [] : [`Init Duration: ${initMilliseconds.toFixed(2)} ms`]),
    ...(outcome.kind === 'returned' || outcome.kind === 'failed' ? [] : [`Status: ${STATUS[outcome.kind]}`]),
  ];
  return [
    ...(initMilliseconds === undefined
      ? []
      : [`INIT_START Runtime Version: ${runtime} (Node.js ${process.versions.node})\n`]),
    `START RequestId: ${requestId} Version: ${version.version}\n`,
    ...outcome.output.split(/(?<=\n)/).filter((line) => line !== ''),
    ...(outcome.kind === 'timed-out'
      ? [`${call.date().toISOString()} ${requestId} Task timed out after ${timeoutSeconds.toFixed(2)} seconds\n\n`]
      : []),
    ...(outcome.kind === 'exited' ? [`RequestId: ${requestId} Error: ${outcome.reason}\nRuntime.ExitError\n`] : []),
    `END RequestId: ${requestId}\n`,
    `${facts.join('\t')}\t\n`,
  ];
}

const STATUS = { 'timed-out': 'timeout', exited: 'error\tError Type: Runtime.ExitError' } as const;

/** As the function's role: one that may not write logs has none, and nobody is told. */
async function writeLog(
  call: LambdaCall,
  session: Principal,
  logGroupName: string,
  logStreamName: string,
  lines: readonly string[],
): Promise<void> {
  const logs = (operation: string, input: object) => call.invoke('cloudwatch-logs', operation, input, session);
  const timestamp = call.now();
  const logEvents = lines.map((line) => ({ timestamp, message: line.trimEnd() === '' ? '\n' : line }));
  const put = () => logs('PutLogEvents', { logGroupName, logStreamName, logEvents });
  try {
    await put();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code !== 'ResourceNotFoundException') return;
    await attempt(() => logs('CreateLogGroup', { logGroupName }));
    await attempt(() => logs('CreateLogStream', { logGroupName, logStreamName }));
    await attempt(put);
  }
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // The group is there already, or the role may not make it: the journal holds the refusal.
    if (!(error instanceof ServiceError)) throw error;
  }
}
