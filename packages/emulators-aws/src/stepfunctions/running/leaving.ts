import type { HistoryEventType } from '@aws-sdk/client-sfn';
import type { Json } from '../language/json.ts';
import type { Execution, StatesCall, Thread } from '../state.ts';
import { stateOf } from './current-state.ts';
import { record } from './history.ts';
import { demandSize } from './state-data.ts';
import type { Turn } from './turns.ts';

/** A thread leaves its state: to `next`, to the state's own Next, or for good. */
export function leave(
  call: StatesCall,
  execution: Execution,
  thread: Thread,
  output: Json,
  next?: string,
): readonly Turn[] {
  const state = stateOf(execution, thread);
  demandSize(output, thread.stateName);
  const type = `${state.Type}StateExited` as HistoryEventType; // one for each type that can be left
  const stateExitedEventDetails = {
    name: thread.stateName,
    output: JSON.stringify(output),
    outputDetails: { truncated: false },
  };
  record(call, execution, thread, type, { stateExitedEventDetails });
  const stateName = next ?? state.Next;
  return [
    stateName === undefined ? { kind: 'end', thread, output } : { kind: 'enter', thread, stateName, input: output },
  ];
}
