import { LOWER, SHAPE, UPPER } from '../text/fold.ts';
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

/** The end of the sentence or bullet that begins at `from`. */
export function sentenceEnd(text: string, from: number, to: number, margin: number): number {
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    // Letters and blanks end nothing and are the most: they are passed over first.
    if (isInside(unit) && at - from <= LONGEST_SENTENCE) continue;
    if (unit === 0x0a ? !isTurn(text, at, margin) : isStop(text, at, unit)) return at + 1;
    if (at > from + 2 && isBreak(unit, at - from)) return at;
  }
  return to;
}

/**
 * A start of a sentence between `from` and a place, as late as can be told by looking back; `from` if there is none near.
 * Every mark that ends a sentence does so wherever the sentence began, so nothing before has to be read.
 */
export function sentenceStart(text: string, from: number, place: number, margin: number): number {
  const least = Math.max(from, place - LONGEST_SENTENCE + 2);
  for (let at = place - 2; at >= least; at -= 1) {
    const unit = text.charCodeAt(at);
    if (isInside(unit)) continue;
    if (unit === 0x0a ? !isTurn(text, at, margin) : isStop(text, at, unit)) return at + 1;
  }
  return from;
}

function isInside(unit: number): boolean {
  return unit > 0x3f ? unit < 0x2000 : unit === 0x20;
}

/** A bullet inside a line, or a blank where a sentence never ends. */
function isBreak(unit: number, length: number): boolean {
  return unit === 0x20 ? length > LONGEST_SENTENCE : unit > 0x2000 && isBullet(unit);
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
