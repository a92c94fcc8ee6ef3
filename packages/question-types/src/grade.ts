import type { Part, Ungraded } from './grade-schema.ts';

/** AWS counts a question as a whole; Microsoft gives a point for each correct part. Nobody deducts. */
export type CreditRule = 'all-or-nothing' | 'per-part';
export type Credit = { readonly points: number; readonly possible: number };

/** @throws RangeError without parts: every question has at least one */
export function creditOf(parts: readonly Part[], rule: CreditRule): Credit {
  if (parts.length === 0) throw new RangeError('a grade without parts has no credit');
  const right = parts.filter(({ correct }) => correct).length;
  if (rule === 'per-part') return { points: right, possible: parts.length };
  return { points: right === parts.length ? 1 : 0, possible: 1 };
}

/** The id of the part of a question that counts as a whole. */
const WHOLE = 'answer';

export const wholePart = (correct: boolean): Part[] => [{ id: WHOLE, correct }];

export const incomplete = (hint: string): Ungraded => ({ outcome: 'incomplete', hint });
export const invalid = (reason: string): Ungraded => ({ outcome: 'invalid', reason });
