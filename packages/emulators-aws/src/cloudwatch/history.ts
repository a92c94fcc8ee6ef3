import type { HistoryItemType } from '@aws-sdk/client-cloudwatch';
import type { Alarm, CloudWatchCall } from './state.ts';

const KEPT_MILLISECONDS = 30 * 24 * 3_600_000;
const MOST_ITEMS = 2000;

/** Adds to an alarm's history; it is kept for 30 days, as in the cloud. */
export function addHistory(
  call: CloudWatchCall,
  alarm: Alarm,
  type: HistoryItemType,
  summary: string,
  data: object,
): void {
  const { history } = call.state;
  const at = call.now();
  const full = { version: '1.0', type, ...data };
  history.push({ alarmName: alarm.name, alarmKind: alarm.kind, at, type, summary, data: JSON.stringify(full) });
  const firstKept = history.findIndex((item) => item.at >= at - KEPT_MILLISECONDS);
  history.splice(0, Math.max(firstKept, history.length - MOST_ITEMS, 0));
}
