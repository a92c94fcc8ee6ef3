import type { Execution, StatesCall, Thread } from '../state.ts';
import { stateOf } from './current-state.ts';
import { end, type Reminder } from './ending.ts';
import { drive } from './execute.ts';
import { pollJob, timedOut } from './tasks.ts';
import type { Turn } from './turns.ts';

/** Something that an execution waited for has come due. What it set off before it moved on is ignored. */
export function onReminder(call: StatesCall, reminder: Reminder & { readonly arn: string }): void {
  const execution = call.state.executions.get(reminder.arn);
  if (execution?.status !== 'RUNNING') return;
  if (reminder.kind === 'execution-timeout') {
    end(call, execution, { status: 'TIMED_OUT', error: 'States.Timeout' });
    return;
  }
  const thread = execution.threads.get(reminder.thread);
  if (thread?.turn !== reminder.turn) return;
  if (reminder.kind === 'poll') pollJob(call, execution, reminder, drive);
  else drive(call, execution, [turnOf(call, execution, thread, reminder.kind)]);
}

function turnOf(call: StatesCall, execution: Execution, thread: Thread, kind: 'wait' | 'retry' | 'task-timeout'): Turn {
  switch (kind) {
    case 'wait':
      return { kind: 'waited', thread };
    case 'retry':
      return { kind: 'work', thread };
    case 'task-timeout':
      return { kind: 'fail', thread, error: timedOut(call, execution, thread, stateOf(execution, thread)) };
  }
}
