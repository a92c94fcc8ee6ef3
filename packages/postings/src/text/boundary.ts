import { CLASS, DIGIT, DOT, isUnseen, LOWER, SHAPE, SLASH, shapeAt, UPPER } from './fold.ts';

/** How a name ends or begins: inside a word, at its edge, or glued to another word by a change of case. */
export type Edge = 'inside' | 'edge' | 'joint';

/** Marks that are skipped to find what really stands beside a name. */
const MOST_UNSEEN = 8;
const LONGEST_ADDRESS = 160;

/** The place of the next character that can be seen, from `at` on. */
export function seenFrom(text: string, at: number): number {
  let place = at;
  while (place - at < MOST_UNSEEN && place < text.length && isUnseen(text.charCodeAt(place))) place += 1;
  return place;
}

/** The place of the last character before `at` that can be seen, or −1. */
export function seenBefore(text: string, at: number): number {
  let place = at - 1;
  while (at - place <= MOST_UNSEEN && place >= 0 && isUnseen(text.charCodeAt(place))) place -= 1;
  return place;
}

export function leftEdge(text: string, start: number): Edge {
  const place = seenBefore(text, start);
  if (place < 0) return 'edge';
  const unit = text.charCodeAt(place);
  const shape = SHAPE[unit] ?? 0;
  if (text.charCodeAt(start) === 0x2e) return shape === LOWER && isDomainDot(text, start) ? 'inside' : 'edge';
  if (shape === 0) return isPartOfAddress(text, place, unit) ? 'inside' : 'edge';
  return SHAPE[text.charCodeAt(start)] === UPPER ? 'joint' : 'inside';
}

/** ".net" in an address: small letters on both sides. */
function isDomainDot(text: string, dot: number): boolean {
  return SHAPE[text.charCodeAt(dot + 1)] === LOWER;
}

/** "name@python", "https://x.org/python", "foo.python": the character before belongs to an address. */
function isPartOfAddress(text: string, place: number, unit: number): boolean {
  const edge = CLASS[unit];
  if (unit === 0x40) return SHAPE[text.charCodeAt(place - 1)] !== 0;
  if (edge === DOT) return SHAPE[text.charCodeAt(place - 1)] !== 0 && SHAPE[text.charCodeAt(place + 1)] !== UPPER;
  if (edge !== SLASH && unit !== 0x2d && unit !== 0x3d && unit !== 0x3f) return false;
  return ADDRESS.test(tokenBefore(text, place));
}

const ADDRESS = /:\/\/|^www\.|\.(?:com|org|net|io|ai|gov|edu|co|dev)\//i;

function tokenBefore(text: string, end: number): string {
  const from = Math.max(0, end - LONGEST_ADDRESS);
  let start = end;
  while (start > from && text.charCodeAt(start - 1) > 0x20) start -= 1;
  return text.slice(start, end + 1);
}

/** `letters`: how many characters the name has; "R2" is no R, "Java17" is Java. */
export function rightEdge(text: string, end: number, letters: number): Edge {
  const place = seenFrom(text, end);
  const shape = shapeAt(text, place);
  if (shape === 0) return isOpen(text, place, letters) ? 'inside' : 'edge';
  if (shape === LOWER) return 'inside';
  const last = shapeAt(text, end - 1);
  if (shape === DIGIT) return last !== DIGIT && letters >= 3 ? edgeAfterDigits(text, place) : 'inside';
  return last !== UPPER || shapeAt(text, place + 1) === LOWER ? 'joint' : 'inside';
}

/** "C" before "+" or "#", a name before "@" or before ".com". */
function isOpen(text: string, place: number, letters: number): boolean {
  const unit = text.charCodeAt(place);
  if (unit === 0x40) return SHAPE[text.charCodeAt(place + 1)] !== 0;
  if (unit === 0x2e) return SHAPE[text.charCodeAt(place + 1)] === LOWER;
  return letters === 1 && (unit === 0x2b || unit === 0x23);
}

function edgeAfterDigits(text: string, place: number): Edge {
  let at = place;
  while (at - place < 3 && SHAPE[text.charCodeAt(at)] === DIGIT) at += 1;
  return at - place < 3 && (SHAPE[text.charCodeAt(at)] ?? 0) === 0 ? 'edge' : 'inside';
}
