import { LOWER, SHAPE, UPPER } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import { isBullet, isTurn } from './lines.ts';

/** Words before a full stop that do not end a sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'e.g,i.e,eg,ie,vs,inc,incl,ltd,approx,min,max,no,ph.d,u.s,u.k,b.s,m.s,b.e,b.sc,m.sc,b.tech,m.tech,dr,mr,ms,mrs,st,sr,jr,dept,prof,esp,cf,ca,resp'.split(
    ',',
  ),
);
/** A sentence without end is cut here, at a blank: what stands further off says nothing about a name. */
const LONGEST_SENTENCE = 1500;
const LONGEST_ABBREVIATION = 8;

/** Characters that may end a sentence: all others are passed over at the cost of one look. */
const MAY_END = new Uint8Array(0x10000);
for (const unit of [0x0a, 0x21, 0x2e, 0x3f]) MAY_END[unit] = 1;
for (let unit = 0x2001; unit < 0x10000; unit += 1) if (isBullet(unit)) MAY_END[unit] = 1;

/** The end of the sentence or bullet that begins at `from`. */
export function sentenceEnd(text: string, from: number, to: number, margin: number): number {
  const { codes } = wordsOf(text);
  const limit = Math.min(to, from + LONGEST_SENTENCE + 1);
  for (let at = from; at < limit; at += 1) {
    if (MAY_END[codes[at] ?? 0] === 0) continue;
    const unit = codes[at] ?? 0;
    if (isEnd(text, at, unit, margin)) return at + 1;
    if (unit > 0x2000 && at > from + 2) return at;
  }
  return limit === to ? to : endOfEndless(text, limit, to, margin);
}

/** From where a sentence is too long on a blank ends it, too, and after as much again without one, anything does. */
function endOfEndless(text: string, from: number, end: number, margin: number): number {
  const to = Math.min(end, from + LONGEST_SENTENCE);
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    if (isEnd(text, at, unit, margin)) return at + 1;
    if (unit === 0x20 || isBullet(unit)) return at;
  }
  return to;
}

/**
 * A start of a sentence between `from` and a place, as late as can be told by looking back; `from` if there is none near.
 * Every mark that ends a sentence does so wherever the sentence began, so nothing before has to be read.
 */
export function sentenceStart(text: string, from: number, place: number, margin: number): number {
  const { codes } = wordsOf(text);
  const least = Math.max(from, place - LONGEST_SENTENCE + 2);
  for (let at = place - 2; at >= least; at -= 1) {
    if (MAY_END[codes[at] ?? 0] !== 0 && isEnd(text, at, codes[at] ?? 0, margin)) return at + 1;
  }
  return from;
}

function isEnd(text: string, at: number, unit: number, margin: number): boolean {
  return unit === 0x0a ? !isTurn(text, at, margin) : isStop(text, at, unit);
}

function isStop(text: string, at: number, unit: number): boolean {
  if (unit !== 0x2e && unit !== 0x21 && unit !== 0x3f) return false;
  const next = text.charCodeAt(at + 1);
  if (next > 0x20)
    return (
      SHAPE[next] === UPPER && SHAPE[text.charCodeAt(at - 1)] === LOWER && SHAPE[text.charCodeAt(at + 2)] === LOWER
    );
  if (unit !== 0x2e) return true;
  let seen = at + 1;
  while (seen < text.length && text.charCodeAt(seen) <= 0x20) seen += 1;
  return SHAPE[text.charCodeAt(seen)] !== LOWER && !isAbbreviation(text, at);
}

function isAbbreviation(text: string, dot: number): boolean {
  const from = Math.max(0, dot - LONGEST_ABBREVIATION);
  let start = dot;
  while (start > from && text.charCodeAt(start - 1) > 0x20 && text.charCodeAt(start - 1) !== 0x28) start -= 1;
  return (
    ABBREVIATIONS.has(text.slice(start, dot).toLowerCase()) ||
    (dot - start === 1 && SHAPE[text.charCodeAt(start)] === UPPER && text[start] !== 'R' && text[start] !== 'C')
  );
}
