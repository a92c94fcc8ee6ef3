import type { Quote, Strength } from '../posting.ts';
import type { SampleQuote } from './survey.ts';

const AROUND = 90;
const QUOTE_LIMIT = 120;
export const ID_LIMIT = 120;
/** Soft hyphens, joiners, marks of direction: a reader does not see them. */
const HIDDEN = /\p{Cf}/gu;
const BLANKS = /[\p{Cc}\s]+/gu;
const LONE_SURROGATE = /[\ud800-\udfff]/gu;
/** A point after one letter between points (e.g., U.S.) ends nothing. */
const SENTENCE_END = /(?<!\.\w)[.!?;](?=\s)|\n\s*(?:\n|[-*•·–▪◦●]\s)/g;

const folded = (text: string) => text.replace(HIDDEN, '').replace(BLANKS, ' ').replace(LONE_SURROGATE, '\ufffd');

/** A text as one line, without marks that a page or a terminal might obey, cut to a length. */
export function plainLine(text: string, limit: number): string {
  // Twice the limit is enough to fill it: more blanks than that stand in no text that somebody wrote to be read.
  const line = folded(text.slice(0, limit * 2)).trim();
  return line.length <= limit ? line : folded(`${line.slice(0, limit - 1)}…`);
}

function sentenceBefore(text: string, start: number): string {
  const from = Math.max(0, start - AROUND);
  const window = text.slice(from, start);
  const last = [...window.matchAll(SENTENCE_END)].at(-1);
  if (last) return folded(window.slice(last.index + last[0].length)).trimStart();
  const blank = window.search(/\s/);
  return from === 0 || blank < 0 ? folded(window).trimStart() : `…${folded(window.slice(blank))}`;
}

function sentenceAfter(text: string, end: number): string {
  const window = text.slice(end, end + AROUND);
  const first = window.search(SENTENCE_END);
  if (first >= 0) return folded(window.slice(0, first + 1)).trimEnd();
  const blank = window.search(/\s\S*$/);
  return end + AROUND >= text.length || blank < 0 ? folded(window).trimEnd() : `${folded(window.slice(0, blank))}…`;
}

/** The quote with the sentence around it, at most 90 units on each side. */
export function excerpt(postingId: string, text: string, found: Quote & { strength: Strength }): SampleQuote {
  return {
    postingId: plainLine(postingId, ID_LIMIT),
    before: sentenceBefore(text, found.start),
    quote: plainLine(text.slice(found.start, found.end), QUOTE_LIMIT),
    after: sentenceAfter(text, found.end),
    strength: found.strength,
  };
}
