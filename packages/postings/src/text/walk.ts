import { CLASS, classAt, DOT, EDGES, isHyphen, isLineBreak, LOWER, SEPARATOR, SKIP, shapeAt, UPPER } from './fold.ts';
import { mayBegin, ROOT, type Trie } from './trie.ts';
import { classOf, isOfWord, shapeOf, unitAt, unitsOf } from './units.ts';

/** The longest phrases are below 80 characters; more ends than this cannot lie on one path. */
const MOST_ENDS = 32;
/** Blanks, indents and marks inside a name; longer runs part names, which keeps the walk linear on any text. */
const LONGEST_RUN = 120;
/** A line broken before this many characters was not broken by a margin but ends an item of a list. */
const SHORT_LINE = 40;

/** Where the phrases of one path end, shortest first: a scratch pad that is written by every walk. */
export type Path = { count: number; readonly ends: Int32Array; readonly states: Int32Array };

export function newPath(): Path {
  return { count: 0, ends: new Int32Array(MOST_ENDS), states: new Int32Array(MOST_ENDS) };
}

/** Walks the automaton from `start` and notes every phrase that ends on the way, before or at `limit`. */
export function walk(
  text: string,
  trie: Trie,
  start: number,
  limit: number,
  path: Path,
  units: Uint8Array = unitsOf(text),
): void {
  const { ends } = trie;
  let state = ROOT;
  let at = start;
  path.count = 0;
  while (at >= 0 && at < limit) {
    const edge = classOf(unitAt(units, at));
    if (edge === SKIP && at - start <= LONGEST_RUN) {
      at += 1;
      continue;
    }
    state = follow(trie, state, edge);
    if (state === 0) return;
    at = edge === SEPARATOR ? endOfRun(text, at, limit) : at + 1;
    if (ends[state] !== 0) noteEnd(path, at, state);
  }
}

function follow({ next }: Trie, state: number, edge: number): number {
  return edge < EDGES ? (next[state * EDGES + edge] ?? 0) : 0;
}

function noteEnd(path: Path, end: number, state: number): void {
  if (path.count === MOST_ENDS || end < 0) return;
  path.ends[path.count] = end;
  path.states[path.count] = state;
  path.count += 1;
}

/** The end of a run of blanks, hyphens and marks, or −1 where the run parts two names. */
function endOfRun(text: string, from: number, limit: number): number {
  const isPlain = shapeAt(text, from + 1) !== 0 && !isLineBreak(text.charCodeAt(from));
  return isPlain ? from + 1 : endOfLongRun(text, from, limit);
}

function endOfLongRun(text: string, from: number, limit: number): number {
  let breaks = 0;
  let at = from;
  while (at < limit && isInRun(text, at)) {
    if (text.charCodeAt(at) === 0x0a) breaks += 1;
    if (breaks > 1 || at - from > LONGEST_RUN || isDash(text, at)) return -1;
    at += 1;
  }
  return breaks === 1 && isShortLine(text, from) ? -1 : at;
}

function isInRun(text: string, at: number): boolean {
  const edge = classAt(text, at);
  return edge === SEPARATOR || edge === SKIP;
}

/** " - " parts; "scikit-learn" and a line that is broken after its hyphen do not. A list's "* " parts, too. */
function isDash(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (!isHyphen(unit) && unit !== 0x2a) return false;
  return isBlank(text.charCodeAt(at - 1)) && isBlank(text.charCodeAt(at + 1));
}

function isBlank(unit: number): boolean {
  return CLASS[unit] === SEPARATOR && !isHyphen(unit);
}

function isShortLine(text: string, end: number): boolean {
  const from = Math.max(0, end - SHORT_LINE);
  for (let at = end - 1; at >= from; at -= 1) if (text.charCodeAt(at) === 0x0a) return true;
  return end < SHORT_LINE;
}

/** Called for what a scan meets, in the order of the text. */
export type Meeting = {
  /** Phrases that begin at `start`; `path` is valid until the call returns. `false`: none of them counts. */
  readonly phrases: (start: number, path: Path) => boolean;
  /** A word glued to what stands before it: "skillsPython", "team.Requirements". */
  readonly joint?: (at: number) => void;
  /** A word with which no phrase begins; `word` without its soft hyphens if it has any. */
  readonly stranger?: (start: number, end: number, word?: string) => void;
};

/** Shortest and longest word that is handed over as a stranger: misspelt names are neither shorter nor longer. */
const STRANGER_LENGTHS = [6, 15] as const;
const SHORTEST_WITH_CAPITAL = 5;

/** Scans never run inside one another, so one pad does for all. */
const SCANNED = newPath();

/** Meets every phrase of the automaton that begins at the start of a word, or of a part of a word like "ThisOne". */
export function scan(text: string, trie: Trie, from: number, to: number, meeting: Meeting): void {
  const units = unitsOf(text);
  let at = from;
  while (at < to) {
    const unit = unitAt(units, at);
    if (isOfWord(unit)) at = meetWord(text, units, trie, at, to, meeting);
    else {
      if (unit === DOT) meetAt(text, units, trie, at, to, meeting);
      at += 1;
    }
  }
}

/** Meets what begins in one word; returns the end of the word. */
function meetWord(text: string, units: Uint8Array, trie: Trie, start: number, to: number, meeting: Meeting): number {
  const isLikely = mayBeginWith(trie, unitAt(units, start), unitAt(units, start + 1), unitAt(units, start + 2));
  const isUpper = shapeOf(unitAt(units, start)) === UPPER;
  if (isUpper && isAfterStop(text, start)) meeting.joint?.(start);
  const isMet = isLikely && meetHere(text, units, trie, start, to, meeting);
  let at = endOfSmall(units, start + 1);
  while (at < to && isOfWord(unitAt(units, at))) {
    if (isJoint(units, at)) {
      meeting.joint?.(at);
      meetAt(text, units, trie, at, to, meeting);
    }
    at = endOfSmall(units, at + 1);
  }
  if (at > to) at = to;
  // A word in small letters is like a name only if it begins as one; most words end here.
  if (!isMet && (isLikely || isUpper)) meetStranger(text, meeting, start, at);
  return at;
}

/** Where the small letters end that stand from `from` on. */
function endOfSmall(units: Uint8Array, from: number): number {
  let at = from;
  while (shapeOf(unitAt(units, at)) === LOWER) at += 1;
  return at;
}

/** "withPython", "AWSExperience", "3Python": a capital after a small letter or digit, or before one after capitals. */
function isJoint(units: Uint8Array, at: number): boolean {
  if (shapeOf(unitAt(units, at)) !== UPPER) return false;
  return shapeOf(unitAt(units, at - 1)) !== UPPER || shapeOf(unitAt(units, at + 1)) === LOWER;
}

function meetAt(text: string, units: Uint8Array, trie: Trie, at: number, to: number, meeting: Meeting): boolean {
  const isLikely = mayBeginWith(trie, unitAt(units, at), unitAt(units, at + 1), unitAt(units, at + 2));
  return isLikely && meetHere(text, units, trie, at, to, meeting);
}

function meetHere(text: string, units: Uint8Array, trie: Trie, at: number, to: number, meeting: Meeting): boolean {
  walk(text, trie, at, to, SCANNED, units);
  return SCANNED.count > 0 && meeting.phrases(at, SCANNED);
}

export function mayBeginAt(text: string, trie: Trie, at: number, units: Uint8Array = unitsOf(text)): boolean {
  return mayBeginWith(trie, unitAt(units, at), unitAt(units, at + 1), unitAt(units, at + 2));
}

/** A phrase of one or two characters ends before a small letter in no case. */
function mayBeginWith(trie: Trie, first: number, second: number, third: number): boolean {
  const isOpen = shapeOf(second) !== LOWER || shapeOf(third) !== LOWER;
  return mayBegin(trie, classOf(first), classOf(second), classOf(third), isOpen);
}

function meetStranger(text: string, meeting: Meeting, start: number, end: number): void {
  if (meeting.stranger === undefined) return;
  if (text.charCodeAt(end) === SOFT_HYPHEN) {
    meetHyphenated(text, meeting, start, end);
    return;
  }
  const length = end - start;
  if (length > STRANGER_LENGTHS[1] || length < SHORTEST_WITH_CAPITAL) return;
  if (length >= STRANGER_LENGTHS[0] || shapeAt(text, start) === UPPER) meeting.stranger?.(start, end);
}

const SOFT_HYPHEN = 0xad;

function meetHyphenated(text: string, meeting: Meeting, start: number, from: number): void {
  const limit = Math.min(text.length, start + 2 * STRANGER_LENGTHS[1]);
  let end = from;
  while (end < limit && (shapeAt(text, end) !== 0 || text.charCodeAt(end) === SOFT_HYPHEN)) end += 1;
  const word = text.slice(start, end).replaceAll('\u00ad', '');
  if (word.length >= STRANGER_LENGTHS[0] && word.length <= STRANGER_LENGTHS[1]) meeting.stranger?.(start, end, word);
}

/** Whether a mark that ends a sentence stands right before. */
function isAfterStop(text: string, at: number): boolean {
  if (at === 0) return false;
  const unit = text.charCodeAt(at - 1);
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x3a || unit === 0x29;
}
