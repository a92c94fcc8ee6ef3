import { ServiceError } from '@cairn/emulator-kit';
import { type Answer, answerOf } from './answer.ts';
import { throttled } from './errors.ts';
import type { Resolved } from './functions.ts';
import { reportInvocation, reportThrottle } from './reporting.ts';
import { roleKey } from './role-key.ts';
import { Environment } from './running/environment.ts';
import { Pool, PoolExhausted } from './running/pool.ts';
import type { FunctionVersion, LambdaCall, LambdaFunction, LambdaState } from './state.ts';

/** Keys are made anew before they end, whatever the account's clock does. */
const KEY_SECONDS = 43_200;

/** Processes of every account of this host. */
const pool = new Pool();

interface Live {
  readonly id: number;
  readonly inFlight: Map<string, number>;
}

/** Beside the state, which is plain data: an account that was reset or put back starts new processes. */
const live = new WeakMap<LambdaState, Live>();
let lastLive = 0;
const logStreams = new WeakMap<Environment, string>();

function liveOf(state: LambdaState): Live {
  const known = live.get(state);
  if (known) return known;
  lastLive += 1;
  const made = { id: lastLive, inFlight: new Map<string, number>() };
  live.set(state, made);
  return made;
}

/**
 * Runs one invocation to its end and reports it: log, metrics, bill.
 *
 * @param event JSON
 * @throws ServiceError when the function may not run now or its role cannot be taken; what the function itself does
 *   wrong is part of the answer
 */
export async function runFunction(
  call: LambdaCall,
  { fn, version, arn }: Pick<Resolved, 'fn' | 'version' | 'arn'>,
  event: string,
  requestId = call.ids.uuid(),
): Promise<Answer> {
  const release = enter(call, fn);
  try {
    const session = call.assume(version.settings.roleArn, 'lambda.amazonaws.com', fn.name);
    const key = [keyOf(call.state, fn, version), session.userId, keyAge(call, version)].join('|');
    const start = () => startEnvironment(call, fn, version);
    return await pool.use(key, start, async (environment, isNew) => {
      const outcome = await environment.run({
        requestId,
        event,
        context: contextOf(fn, version, arn, logStreams.get(environment) ?? ''),
        limitMilliseconds: version.settings.timeoutSeconds * 1000,
        clockAhead: call.now() - Date.now(),
        dispatch: (request) => call.dispatch(request),
      });
      const initMilliseconds = isNew ? environment.initMilliseconds : undefined;
      const answer = answerOf(outcome, version, requestId);
      const logStream = logStreams.get(environment) ?? '';
      const log = reportInvocation(call, {
        fn,
        version,
        session,
        requestId,
        logStream,
        outcome,
        answer,
        initMilliseconds,
      });
      return { ...answer, log };
    });
  } catch (error) {
    throw error instanceof PoolExhausted ? throttled('ConcurrentInvocationLimitExceeded') : error;
  } finally {
    release();
  }
}

/** Ends the processes that run what was replaced or deleted. */
export function retire(call: LambdaCall, fn: LambdaFunction, version: FunctionVersion): void {
  pool.retire(keyOf(call.state, fn, version));
}

/** Half-lives of a key since the code was put in place: counted from there, no hour of the day ends a process. */
const keyAge = (call: LambdaCall, { lastModified }: FunctionVersion): number =>
  Math.floor((call.now() - lastModified.getTime()) / (KEY_SECONDS * 500));

const keyOf = (state: LambdaState, { name }: LambdaFunction, { version, revisionId }: FunctionVersion): string =>
  [liveOf(state).id, name, version, revisionId].join('|');

function enter(call: LambdaCall, { name, reservedConcurrency }: LambdaFunction): () => void {
  const { inFlight } = liveOf(call.state);
  const running = inFlight.get(name) ?? 0;
  if (reservedConcurrency !== undefined && running >= reservedConcurrency) {
    reportThrottle(call, name);
    throw throttled('ReservedFunctionConcurrentInvocationLimitExceeded');
  }
  inFlight.set(name, running + 1);
  return () => inFlight.set(name, (inFlight.get(name) ?? 1) - 1);
}

async function startEnvironment(call: LambdaCall, fn: LambdaFunction, version: FunctionVersion): Promise<Environment> {
  const { settings, code } = version;
  const key = roleKey(call, settings.roleArn, fn.name, KEY_SECONDS);
  const day = call.date().toISOString().slice(0, 10).replaceAll('-', '/');
  const logStream = `${day}/[${version.version}]${call.ids.hex(32)}`;
  const endpoint = localEndpoint(call.endpoint);
  const program = {
    archive: await call.blobs.open(code.blob).bytes(Number.POSITIVE_INFINITY),
    handlerName: settings.handler,
    memoryMegabytes: settings.memoryMegabytes,
    environment: {
      ...settings.environment,
      AWS_REGION: call.region,
      AWS_DEFAULT_REGION: call.region,
      AWS_ACCESS_KEY_ID: key.id,
      AWS_SECRET_ACCESS_KEY: key.secret,
      AWS_SESSION_TOKEN: key.token,
      ...(endpoint === undefined ? {} : { AWS_ENDPOINT_URL: call.endpoint }),
      AWS_EXECUTION_ENV: `AWS_Lambda_${settings.runtime}`,
      AWS_LAMBDA_FUNCTION_NAME: fn.name,
      AWS_LAMBDA_FUNCTION_VERSION: version.version,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memoryMegabytes),
      AWS_LAMBDA_LOG_GROUP_NAME: settings.logGroup,
      AWS_LAMBDA_LOG_STREAM_NAME: logStream,
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      _HANDLER: settings.handler,
    },
    endpoint,
  };
  const environment = await Environment.start(program, (request) => call.dispatch(request));
  logStreams.set(environment, logStream);
  return environment;
}

/** `127.0.0.1:4566` when clients reach the sandbox over HTTP on this machine. */
function localEndpoint(url: string): string | undefined {
  const host = URL.canParse(url) ? new URL(url) : undefined;
  return host?.protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(host.hostname) ? host.host : undefined;
}

const contextOf = (fn: LambdaFunction, { version, settings }: FunctionVersion, arn: string, logStream: string) => ({
  functionName: fn.name,
  functionVersion: version,
  invokedFunctionArn: arn,
  memoryLimitInMB: String(settings.memoryMegabytes),
  logGroupName: settings.logGroup,
  logStreamName: logStream,
});

/** Whether a refusal passes by itself: too many invocations at once. */
export const isPassing = (error: unknown): boolean =>
  error instanceof ServiceError && error.code === 'TooManyRequestsException';
