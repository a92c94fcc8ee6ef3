import type { HistoryEvent, HistoryEventType } from '@aws-sdk/client-sfn';
import type { Execution, StatesCall, Thread } from '../state.ts';

/** Quota of Step Functions: a Standard execution ends when its history is full. */
export const MOST_EVENTS = 25_000;

type Details = Omit<HistoryEvent, 'timestamp' | 'type' | 'id' | 'previousEventId'>;

/** Writes an event of a thread, which follows on that thread's last one. */
export function record(
  call: StatesCall,
  execution: Execution,
  thread: Pick<Thread, 'lastEvent'>,
  type: HistoryEventType,
  details: Details = {},
): void {
  const id = execution.events.length + 1;
  execution.events.push({ timestamp: call.date(), type, id, previousEventId: thread.lastEvent, ...details });
  thread.lastEvent = id;
}
