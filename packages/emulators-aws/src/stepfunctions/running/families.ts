import { machineAt, type State } from '../language/definition.ts';
import { isList, type Json } from '../language/json.ts';
import { runtimeError } from '../language/states-error.ts';
import { at, fill } from '../language/template.ts';
import type { Execution, StatesCall, Thread } from '../state.ts';
import { stateOf } from './current-state.ts';
import { record } from './history.ts';
import { effectiveInput, scopeOf, workInput } from './state-data.ts';
import type { Turn } from './turns.ts';

export const parentOf = ({ threads }: Execution, { parentId }: Thread): Thread | undefined =>
  parentId === undefined ? undefined : threads.get(parentId);

/** A branch or iteration has ended: the next one begins, or the whole state is done. */
export function join(call: StatesCall, execution: Execution, thread: Thread, output: Json): readonly Turn[] {
  const parent = parentOf(execution, thread);
  execution.threads.delete(thread.id);
  const family = parent?.family;
  if (!parent || !family) return [];
  const state = stateOf(execution, parent);
  const isMap = state.Type === 'Map';
  if (isMap) {
    const mapIterationSucceededEventDetails = { name: parent.stateName, index: thread.index };
    record(call, execution, thread, 'MapIterationSucceeded', { mapIterationSucceededEventDetails });
  }
  family.results[thread.index] = output;
  family.left -= 1;
  const next = family.waiting.shift();
  if (next) return [beget(call, execution, parent, next)];
  if (family.left > 0) return [];
  parent.lastEvent = thread.lastEvent;
  record(call, execution, parent, isMap ? 'MapStateSucceeded' : 'ParallelStateSucceeded');
  return [{ kind: 'finish', thread: parent, result: family.results }];
}

/** Begins the branches of Parallel. */
export function fork(call: StatesCall, execution: Execution, thread: Thread, state: State): readonly Turn[] {
  const input = workInput(state, scopeOf(call, execution, thread));
  const branches = state.Branches ?? [];
  record(call, execution, thread, 'ParallelStateStarted');
  thread.family = { results: branches.map(() => null), waiting: [], left: branches.length };
  return branches.map((_, index) => beget(call, execution, thread, { index, input, item: undefined }));
}

/** Begins the iterations of Map, as many as may run at once. */
export function iterate(call: StatesCall, execution: Execution, thread: Thread, state: State): readonly Turn[] {
  const scope = scopeOf(call, execution, thread);
  const input = effectiveInput(state, scope);
  const items = state.ItemsPath === undefined ? input : at(state.ItemsPath, { ...scope, input });
  if (!isList(items)) throw runtimeError(`Reference path "${state.ItemsPath ?? '$'}" must point to array.`);
  record(call, execution, thread, 'MapStateStarted', { mapStateStartedEventDetails: { length: items.length } });
  const template = state.ItemSelector ?? state.Parameters;
  const all = items.map((value, index) => {
    const item = { Index: index, Value: value };
    const context = { ...(scope.context as object), Map: { Item: item } };
    return { index, item, input: template === undefined ? value : fill(template, { ...scope, input, context }) };
  });
  const first = all.splice(0, state.MaxConcurrency || all.length);
  thread.family = { results: items.map(() => null), waiting: all, left: items.length };
  if (items.length > 0) return first.map((one) => beget(call, execution, thread, one));
  record(call, execution, thread, 'MapStateSucceeded');
  return [{ kind: 'finish', thread, result: [] }];
}

function beget(
  call: StatesCall,
  execution: Execution,
  parent: Thread,
  { index, input, item }: { readonly index: number; readonly input: Json; readonly item: Json | undefined },
): Turn {
  const state = stateOf(execution, parent);
  const branch = state.Type === 'Parallel' ? ['Branches', index] : [state.ItemProcessor ? 'ItemProcessor' : 'Iterator'];
  const place = [...parent.place, 'States', parent.stateName, ...branch];
  const thread: Thread = {
    id: execution.nextThread,
    parentId: parent.id,
    index,
    place,
    item: item ?? parent.item,
    stateName: '',
    input,
    enteredAt: call.date(),
    turn: 0,
    retries: [],
    lastEvent: parent.lastEvent,
    family: undefined,
  };
  execution.nextThread += 1;
  execution.threads.set(thread.id, thread);
  if (item !== undefined) {
    const mapIterationStartedEventDetails = { name: parent.stateName, index };
    record(call, execution, thread, 'MapIterationStarted', { mapIterationStartedEventDetails });
  }
  return { kind: 'enter', thread, stateName: machineAt(execution.revision.machine, place).StartAt, input };
}
