import type { HistoryEventType } from '@aws-sdk/client-sfn';
import { STEP_FUNCTIONS_TRANSITION } from '../../prices.ts';
import { holds } from '../language/choice.ts';
import type { State } from '../language/definition.ts';
import type { Json } from '../language/json.ts';
import { runtimeError, StatesError } from '../language/states-error.ts';
import { find } from '../language/template.ts';
import type { Execution, StatesCall, Thread } from '../state.ts';
import { stateOf } from './current-state.ts';
import { end, remind } from './ending.ts';
import { fail } from './failing.ts';
import { fork, iterate, join } from './families.ts';
import { MOST_EVENTS, record } from './history.ts';
import { leave } from './leaving.ts';
import { effectiveInput, finalOutput, merge, numberAt, outputOf, scopeOf, textAt, workInput } from './state-data.ts';
import { startTask } from './tasks.ts';
import type { Turn } from './turns.ts';

/** Lets turns happen, and what follows from them, until every thread waits or has ended. */
export function drive(call: StatesCall, execution: Execution, turns: readonly Turn[]): void {
  const open = [...turns];
  for (let turn = open.shift(); turn && execution.status === 'RUNNING'; turn = open.shift()) {
    open.push(...take(call, execution, turn));
  }
}

/** An error of the language on the way makes the thread's state fail. */
function take(call: StatesCall, execution: Execution, turn: Turn): readonly Turn[] {
  try {
    return follow(call, execution, turn);
  } catch (error) {
    if (!(error instanceof StatesError)) throw error;
    // A catcher whose own output cannot be made must not be asked again.
    if (turn.kind !== 'fail') return [{ kind: 'fail', thread: turn.thread, error }];
    end(call, execution, { status: 'FAILED', error: error.error, cause: error.message });
    return [];
  }
}

function follow(call: StatesCall, execution: Execution, turn: Turn): readonly Turn[] {
  const { thread } = turn;
  switch (turn.kind) {
    case 'enter':
      return enter(call, execution, turn);
    case 'work':
      return work(call, execution, thread);
    case 'waited':
      return waited(call, execution, thread);
    case 'finish': {
      const output = outputOf(stateOf(execution, thread), scopeOf(call, execution, thread), turn.result);
      return leave(call, execution, thread, output);
    }
    case 'end':
      if (thread.parentId !== undefined) return join(call, execution, thread, turn.output);
      end(call, execution, { status: 'SUCCEEDED', output: JSON.stringify(turn.output) });
      return [];
    case 'fail':
      return fail(call, execution, thread, turn.error);
  }
}

function enter(
  call: StatesCall,
  execution: Execution,
  { thread, stateName, input }: Extract<Turn, { kind: 'enter' }>,
): readonly Turn[] {
  Object.assign(thread, {
    stateName,
    input,
    enteredAt: call.date(),
    turn: thread.turn + 1,
    retries: [],
    family: undefined,
  });
  if (execution.events.length >= MOST_EVENTS) {
    const cause = `The execution reached the maximum number of history events (${MOST_EVENTS}).`;
    end(call, execution, { status: 'FAILED', error: 'States.Runtime', cause });
    return [];
  }
  const type = `${stateOf(execution, thread).Type}StateEntered` as HistoryEventType; // one for each type
  const stateEnteredEventDetails = {
    name: stateName,
    input: JSON.stringify(input),
    inputDetails: { truncated: false },
  };
  record(call, execution, thread, type, { stateEnteredEventDetails });
  if (execution.type === 'STANDARD') call.charge(STEP_FUNCTIONS_TRANSITION, 1);
  return work(call, execution, thread);
}

/** Does what the thread's state is for. */
function work(call: StatesCall, execution: Execution, thread: Thread): readonly Turn[] {
  const state = stateOf(execution, thread);
  const scope = scopeOf(call, execution, thread);
  switch (state.Type) {
    case 'Pass': {
      const input = workInput(state, scope);
      const merged = merge(state.ResultPath, thread.input, state.Result ?? input);
      return leave(call, execution, thread, finalOutput(state, { ...scope, input: merged }));
    }
    case 'Choice':
      return choose(call, execution, thread, state);
    case 'Wait':
      wait(call, execution, thread, state);
      return [];
    case 'Succeed':
      return leave(call, execution, thread, finalOutput(state, { ...scope, input: effectiveInput(state, scope) }));
    case 'Fail':
      throw new StatesError(
        state.ErrorPath === undefined ? (state.Error ?? '') : textAt(state.ErrorPath, scope),
        state.CausePath === undefined ? (state.Cause ?? '') : textAt(state.CausePath, scope),
      );
    case 'Task':
      startTask(call, execution, thread, state, workInput(state, scope), drive);
      return [];
    case 'Parallel':
      return fork(call, execution, thread, state);
    case 'Map':
      return iterate(call, execution, thread, state);
  }
}

function choose(call: StatesCall, execution: Execution, thread: Thread, state: State): readonly Turn[] {
  const scope = scopeOf(call, execution, thread);
  const input = effectiveInput(state, scope);
  const rule = state.Choices?.find((one) => holds(one, { ...scope, input }));
  const next = typeof rule?.Next === 'string' ? rule.Next : state.Default;
  if (next === undefined) {
    throw new StatesError(
      'States.NoChoiceMatched',
      'Failed to transition out of the state: no choice matched and there is no Default.',
    );
  }
  return leave(call, execution, thread, finalOutput(state, { ...scope, input }), next);
}

function wait(call: StatesCall, execution: Execution, thread: Thread, state: State): void {
  const scope = scopeOf(call, execution, thread);
  const milliseconds =
    state.Seconds !== undefined
      ? state.Seconds * 1000
      : state.SecondsPath !== undefined
        ? numberAt(state.SecondsPath, scope) * 1000
        : untilMilliseconds(
            call,
            state.TimestampPath === undefined ? state.Timestamp : find(state.TimestampPath, scope),
          );
  remind(call, execution, milliseconds, { kind: 'wait', thread: thread.id, turn: thread.turn });
}

function untilMilliseconds(call: StatesCall, timestamp: Json | undefined): number {
  const instant = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
  if (Number.isNaN(instant)) throw runtimeError(`The value ${JSON.stringify(timestamp)} is no timestamp.`);
  return Math.max(0, instant - call.now());
}

/** A Wait state's time has passed. */
function waited(call: StatesCall, execution: Execution, thread: Thread): readonly Turn[] {
  const state = stateOf(execution, thread);
  const scope = scopeOf(call, execution, thread);
  const output = finalOutput(state, { ...scope, input: effectiveInput(state, scope) });
  return leave(call, execution, thread, output);
}
