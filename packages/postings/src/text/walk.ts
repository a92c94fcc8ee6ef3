import { CLASS, classAt, DIGIT, EDGES, isHyphen, isLineBreak, LOWER, SEPARATOR, SKIP, shapeAt, UPPER } from './fold.ts';
import { mayBegin, ROOT, type Trie } from './trie.ts';

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
export function walk(text: string, trie: Trie, start: number, limit: number, path: Path): void {
  let state = ROOT;
  let at = start;
  path.count = 0;
  while (at < limit) {
    const edge = classAt(text, at);
    if (edge === SKIP && at - start <= LONGEST_RUN) {
      at += 1;
      continue;
    }
    state = follow(trie, state, edge);
    if (state === 0) return;
    at = edge === SEPARATOR ? endOfRun(text, at, limit) : at + 1;
    if (at < 0) return;
    if (trie.ends[state] !== 0) noteEnd(path, at, state);
  }
}

function follow({ next }: Trie, state: number, edge: number): number {
  return edge < EDGES ? (next[state * EDGES + edge] ?? 0) : 0;
}

function noteEnd(path: Path, end: number, state: number): void {
  if (path.count === MOST_ENDS) return;
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
  let at = from;
  while (at < to) {
    if (shapeAt(text, at) !== 0) at = meetWord(text, trie, at, to, meeting);
    else {
      if (text.charCodeAt(at) === 0x2e) meetAt(text, trie, at, to, SCANNED, meeting);
      at += 1;
    }
  }
}

/** Meets what begins in one word; returns the end of the word. */
function meetWord(text: string, trie: Trie, start: number, to: number, meeting: Meeting): number {
  let before = shapeAt(text, start);
  if (before === UPPER && start > 0 && isStop(text.charCodeAt(start - 1))) meeting.joint?.(start);
  const isMet = meetAt(text, trie, start, to, SCANNED, meeting);
  let at = start + 1;
  for (let shape = shapeAt(text, at); shape !== 0 && at < to; shape = shapeAt(text, at)) {
    if (shape === UPPER && isJoint(text, at, before)) {
      meeting.joint?.(at);
      meetAt(text, trie, at, to, SCANNED, meeting);
    }
    before = shape;
    at += 1;
  }
  if (!isMet) meetStranger(text, meeting, start, at);
  return at;
}

function meetAt(text: string, trie: Trie, at: number, to: number, path: Path, meeting: Meeting): boolean {
  if (!mayBeginAt(text, trie, at)) return false;
  walk(text, trie, at, to, path);
  if (path.count === 0) return false;
  return meeting.phrases(at, path);
}

/** A phrase of one or two characters ends before a small letter in no case. */
export function mayBeginAt(text: string, trie: Trie, at: number): boolean {
  const isOpen = shapeAt(text, at + 1) !== LOWER || shapeAt(text, at + 2) !== LOWER;
  return mayBegin(trie, classAt(text, at), classAt(text, at + 1), classAt(text, at + 2), isOpen);
}

function meetStranger(text: string, meeting: Meeting, start: number, end: number): void {
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

/** A mark that ends a sentence. */
function isStop(unit: number): boolean {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x3a || unit === 0x29;
}

/** "withPython", "AWSExperience", "3Python": a capital after a small letter or digit, or before one after capitals. */
function isJoint(text: string, at: number, before: number): boolean {
  if (before === LOWER || before === DIGIT) return true;
  return shapeAt(text, at + 1) === LOWER;
}
