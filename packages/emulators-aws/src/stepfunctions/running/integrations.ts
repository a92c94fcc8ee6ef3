import type { InvocationResponse } from '@aws-sdk/client-lambda';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { modelOf } from '../../models.ts';
import { isObject, type Json } from '../language/json.ts';
import type { Resource } from '../language/resource.ts';
import { runtimeError, StatesError } from '../language/states-error.ts';
import type { StatesCall } from '../state.ts';
import { jobKind, jobState } from './jobs.ts';
import { toInput, toResult } from './typed.ts';

type Integration = Extract<Resource, { kind: 'integration' }>;

/** The optimized integration with Lambda, whose answer is read as JSON and whose errors keep their names. */
export const isFunctionCall = ({ service, operation, isOptimized }: Integration): boolean =>
  isOptimized && service === 'lambda' && operation === 'Invoke';

/** Invokes a function with `input` as its event. Throws StatesError with the name of the function's own error. */
export async function callFunction(
  call: StatesCall,
  functionArn: string,
  input: Json,
  session: Principal,
): Promise<Json> {
  const Payload = new TextEncoder().encode(JSON.stringify(input));
  const answer = await answerOf<InvocationResponse>('Lambda', () =>
    call.invoke('lambda', 'Invoke', { FunctionName: functionArn, Payload }, session),
  );
  return payloadOf(answer);
}

/** Calls an operation as the machine's role. `kind` tells the one whose errors and answers are a function's. */
export async function callService(
  call: StatesCall,
  { service, operation, errorPrefix }: Integration,
  input: Json,
  session: Principal,
  kind: 'function' | 'service' = 'service',
): Promise<Json> {
  const model = modelOf(service).operations.get(operation);
  if (!model) throw runtimeError(`The service ${service} has no operation ${operation}.`);
  demandService(call, service);
  const typed = toInput(model, input, errorPrefix);
  const output = await answerOf<object>(errorPrefix, () => call.invoke(service, operation, typed, session));
  const result = await toResult(model.output, output);
  if (kind === 'service') return result;
  const answer = output as InvocationResponse; // only Invoke is called so
  const Payload = payloadOf(answer);
  return isObject(result) ? { ...result, ...(answer.Payload ? { Payload } : {}) } : result;
}

/** The job's description once it has succeeded; undefined while it runs. Throws StatesError when it failed. */
export async function lookAtJob(
  call: StatesCall,
  resource: Integration,
  key: Readonly<Record<string, unknown>>,
  session: Principal,
): Promise<Json | undefined> {
  const { service, operation, errorPrefix, pattern } = resource;
  const kind = jobKind(service, operation);
  const model = modelOf(service).operations.get(kind.describe);
  if (!model) throw new RangeError(`${service} has no operation ${kind.describe}`);
  const output = await answerOf(errorPrefix, () => call.invoke(service, kind.describe, key, session));
  const described = await toResult(model.output, output);
  const state = jobState(kind, described);
  if (kind.failed.includes(state)) throw new StatesError('States.TaskFailed', JSON.stringify(described));
  if (!kind.succeeded.includes(state)) return undefined;
  return pattern === 'sync2' ? withParsedOutput(described) : described;
}

function withParsedOutput(described: Json): Json {
  if (!isObject(described) || typeof described.Output !== 'string') return described;
  return { ...described, Output: JSON.parse(described.Output) as Json }; // an execution's output is JSON
}

function payloadOf({ Payload: payload, FunctionError: isError }: InvocationResponse): Json {
  const text = payload && payload.length > 0 ? new TextDecoder().decode(payload) : 'null';
  const value = JSON.parse(text) as Json; // functions answer JSON
  if (isError === undefined) return value;
  const name = isObject(value) && typeof value.errorType === 'string' ? value.errorType : 'Lambda.Unknown';
  throw new StatesError(name, text);
}

/** Services come and go with the sandbox's version; a machine may name one that is not in this one. */
function demandService(call: StatesCall, service: string): void {
  try {
    call.peek(service);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw runtimeError(`The service ${service} is not in this sandbox.`);
  }
}

/** Errors of a service by the names that Retry and Catch know: `SageMaker.ResourceInUseException`. */
async function answerOf<Output>(errorPrefix: string, work: () => Promise<Output>): Promise<Output> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const code = error.code.slice(error.code.lastIndexOf('.') + 1);
    const name = code.endsWith('Exception') ? code : `${code}Exception`;
    const cause = `${error.message} (Service: ${errorPrefix}, Status Code: ${error.status ?? 400})`;
    throw new StatesError(`${errorPrefix}.${name}`, cause);
  }
}
