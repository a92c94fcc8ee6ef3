import type { AttemptEvent } from '@cairn/contract';
import { counted } from '../app/words.ts';
import type { OutboxState } from './outbox.ts';

export type SaveText = { readonly tone: 'calm' | 'busy' | 'warn'; readonly text: string };

/** What the save indicator says: never "saved" before the server has it. */
export function saveText(outbox: OutboxState, timeOf: (instant: number) => string): SaveText {
  const { pending, link, savedAt, isDiskRefused } = outbox;
  if (link.kind === 'down') return offline(pending, isDiskRefused);
  if (pending.length > 0) return { tone: 'busy', text: 'Saving…' };
  return { tone: 'calm', text: savedAt === undefined ? 'Saved' : `Saved ${timeOf(savedAt)}` };
}

function offline(pending: readonly AttemptEvent[], isDiskRefused: boolean): SaveText {
  if (pending.length === 0) return { tone: 'warn', text: 'Offline: everything so far is saved' };
  const what = waiting(pending);
  // A browser that refuses its disk keeps them in memory alone: then closing the tab does lose them.
  const text = isDiskRefused
    ? `Offline: ${what} in this tab only, keep it open`
    : `Offline: ${what} kept on this device`;
  return { tone: 'warn', text };
}

/** Answers are counted by question: that is what a candidate counts. */
function waiting(pending: readonly AttemptEvent[]): string {
  const answered = new Set(pending.flatMap((event) => (event.kind === 'answer' ? [event.slot] : [])));
  return answered.size > 0 ? counted(answered.size, 'answer') : counted(pending.length, 'change');
}

export const timeOfDay = (instant: number): string => new Date(instant).toLocaleTimeString('en-GB');
