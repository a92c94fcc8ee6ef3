import type { State } from '../language/definition.ts';
import type { StatesError } from '../language/states-error.ts';
import type { Execution, StatesCall, Thread } from '../state.ts';
import { stateOf } from './current-state.ts';
import { end, remind } from './ending.ts';
import { parentOf } from './families.ts';
import { record } from './history.ts';
import { leave } from './leaving.ts';
import { merge } from './state-data.ts';
import type { Turn } from './turns.ts';

/** An error in a thread's state: a retrier waits, a catcher leads on, else the branch or the execution fails. */
export function fail(call: StatesCall, execution: Execution, thread: Thread, error: StatesError): readonly Turn[] {
  const state = stateOf(execution, thread);
  abandon(execution, thread);
  if (retry(call, execution, thread, state, error)) return [];
  const catcher = state.Catch?.find(({ ErrorEquals: names }) => isMeant(names, error.error));
  if (catcher) {
    const caught = { Error: error.error, Cause: error.message };
    return leave(call, execution, thread, merge(catcher.ResultPath, thread.input, caught), catcher.Next);
  }
  const parent = parentOf(execution, thread);
  if (!parent) {
    end(call, execution, { status: 'FAILED', error: error.error, cause: error.message });
    return [];
  }
  const isMap = stateOf(execution, parent).Type === 'Map';
  if (isMap) {
    const mapIterationFailedEventDetails = { name: parent.stateName, index: thread.index };
    record(call, execution, thread, 'MapIterationFailed', { mapIterationFailedEventDetails });
  }
  parent.lastEvent = thread.lastEvent;
  record(call, execution, parent, isMap ? 'MapStateFailed' : 'ParallelStateFailed');
  return [{ kind: 'fail', thread: parent, error }];
}

/** Ends the branches and iterations of a thread's state. */
function abandon(execution: Execution, thread: Thread): void {
  thread.turn += 1;
  thread.family = undefined;
  for (const child of [...execution.threads.values()].filter(({ parentId }) => parentId === thread.id)) {
    abandon(execution, child);
    execution.threads.delete(child.id);
  }
}

function retry(
  call: StatesCall,
  execution: Execution,
  thread: Thread,
  { Retry: retriers = [] }: State,
  { error }: StatesError,
): boolean {
  const index = retriers.findIndex(({ ErrorEquals: names }) => isMeant(names, error));
  const retrier = retriers[index];
  const used = thread.retries[index] ?? 0;
  if (!retrier || used >= (retrier.MaxAttempts ?? 3)) return false;
  thread.retries[index] = used + 1;
  const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Number.POSITIVE_INFINITY, JitterStrategy } = retrier;
  const delay = Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds) * 1000;
  const jittered = JitterStrategy === 'FULL' ? delay * call.rng().next() : delay;
  remind(call, execution, jittered, { kind: 'retry', thread: thread.id, turn: thread.turn });
  return true;
}

/** States.ALL takes what is not final; States.TaskFailed all but time-outs. */
function isMeant(names: readonly string[], error: string): boolean {
  const isFinal = error === 'States.DataLimitExceeded' || error === 'States.Runtime';
  if (names.includes(error)) return true;
  if (names.includes('States.ALL')) return !isFinal;
  return names.includes('States.TaskFailed') && !isFinal && error !== 'States.Timeout';
}
