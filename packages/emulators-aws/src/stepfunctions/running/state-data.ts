import type { State } from '../language/definition.ts';
import { isObject, type Json } from '../language/json.ts';
import { placed } from '../language/json-path.ts';
import { runtimeError, StatesError } from '../language/states-error.ts';
import { at, evaluate, fill, type Scope } from '../language/template.ts';
import type { Execution, StatesCall, Thread } from '../state.ts';

/** Quota of Step Functions: 256 KiB of input or output. */
const MOST_BYTES = 262_144;

/** What paths of a thread's state may speak about: its input and the context object. */
export function scopeOf(call: StatesCall, execution: Execution, thread: Thread, input = thread.input): Scope {
  const { arn, name, machineArn, machineName, startedAt, revision } = execution;
  const context = {
    Execution: {
      Id: arn,
      Input: JSON.parse(execution.input) as Json, // checked when it was started
      Name: name,
      RoleArn: revision.roleArn,
      StartTime: startedAt.toISOString(),
    },
    StateMachine: { Id: machineArn, Name: machineName },
    State: {
      Name: thread.stateName,
      EnteredTime: thread.enteredAt.toISOString(),
      RetryCount: thread.retries.reduce((sum, count) => sum + (count ?? 0), 0),
    },
    ...(thread.item === undefined ? {} : { Map: { Item: thread.item } }),
  };
  return { input, context, chance: { uuid: () => call.ids.uuid(), rng: () => call.rng() } };
}

/** InputPath: null gives an empty object. */
export function effectiveInput({ InputPath: path }: State, scope: Scope): Json {
  if (path === undefined) return scope.input;
  return path === null ? {} : at(path, scope);
}

/** InputPath, then Parameters: what the state works on. */
export function workInput(state: State, scope: Scope): Json {
  const input = effectiveInput(state, scope);
  return state.Parameters === undefined ? input : fill(state.Parameters, { ...scope, input });
}

/** ResultSelector, ResultPath and OutputPath: what goes on to the next state. */
export function outputOf(state: State, scope: Scope, result: Json): Json {
  const chosen = state.ResultSelector === undefined ? result : fill(state.ResultSelector, { ...scope, input: result });
  const merged = merge(state.ResultPath, scope.input, chosen);
  return finalOutput(state, { ...scope, input: merged });
}

export function finalOutput({ OutputPath: path }: State, scope: Scope): Json {
  if (path === undefined) return scope.input;
  return path === null ? {} : at(path, scope);
}

/** Lays a result into the input: undefined replaces all, null drops the result. */
export function merge(path: string | null | undefined, input: Json, result: Json): Json {
  if (path === null) return input;
  if (path === undefined || path === '$') return result;
  try {
    return placed(path, isObject(input) || Array.isArray(input) ? input : {}, result);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new StatesError(
      'States.ResultPathMatchFailure',
      `Unable to apply step "${path}" to input ${JSON.stringify(input).slice(0, 1000)}`,
    );
  }
}

/** Throws States.DataLimitExceeded for a value that no state may hand on. */
export function demandSize(value: Json, stateName: string): Json {
  if (Buffer.byteLength(JSON.stringify(value)) <= MOST_BYTES) return value;
  throw new StatesError(
    'States.DataLimitExceeded',
    `The state/task '${stateName}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}

/** A number that a path leads to, such as SecondsPath. */
export function numberAt(path: string, scope: Scope): number {
  const found = at(path, scope);
  if (typeof found === 'number' && found >= 0) return found;
  throw runtimeError(`The value at '${path}' must be a number of at least 0.`);
}

/** A text that a path or an intrinsic function gives, such as CausePath. */
export function textAt(path: string, scope: Scope): string {
  const found = evaluate(path, scope);
  if (typeof found === 'string') return found;
  throw runtimeError(`The value at '${path}' must be a string.`);
}
