import type { LabJournalEntry } from '@cairn/contract';

type Verdict = { readonly tone: 'good' | 'warn' | 'bad'; readonly text: string };

/** What became of a call: policies denied it, the service refused it for another reason, or it was answered. */
export function verdictOf({ decision, errorCode }: Pick<LabJournalEntry, 'decision' | 'errorCode'>): Verdict {
  if (decision && decision.decision !== 'allow') return { tone: 'bad', text: 'Denied' };
  if (errorCode !== null) return { tone: 'warn', text: errorCode };
  return { tone: 'good', text: decision ? 'Allowed' : 'Answered' };
}
