import {
  CLASS,
  classAt,
  classOf,
  EDGES,
  isHyphen,
  isLineBreak,
  LOWER,
  PACKED,
  SEPARATOR,
  SHAPE,
  SKIP,
  shapeAt,
  shapeOf,
  UPPER,
} from './fold.ts';
import { mayBegin, mayBeginWithWord, mayGoOn, ROOT, type Trie } from './trie.ts';
import {
  GOES_ON,
  HAS_HIDDEN,
  HAS_JOINT,
  IS_CAPITAL,
  NOT_LATIN,
  OF_DIGITS,
  type Words,
  wordFrom,
  wordsOf,
} from './words.ts';

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
export function walk({ text, codes }: Words, trie: Trie, start: number, limit: number, path: Path): void {
  const { ends } = trie;
  let state = ROOT;
  let at = start;
  path.count = 0;
  while (at >= 0 && at < limit) {
    const edge = CLASS[codes[at] as number] as number;
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
  /** A run of letters with which no phrase begins, of a misspelt name's length; `word` without its hidden marks if it has any. */
  readonly stranger?: (start: number, end: number, word?: string) => void;
};

/** Shortest and longest run that is handed over as a stranger: misspelt names are neither shorter nor longer. */
const SHORTEST_STRANGER = 6;
const SHORTEST_WITH_CAPITAL = 5;
const LONGEST_STRANGER = 15;
const DOT = 0x2e;

/** Scans never run inside one another, so one pad does for all. */
const SCANNED = newPath();

/** Meets every phrase of the automaton that begins at the start of a word, or of a part of a word like "ThisOne". */
export function scan(text: string, trie: Trie, from: number, to: number, meeting: Meeting): void {
  const words = wordsOf(text);
  const { starts, kinds, count } = words;
  let index = from === 0 ? 0 : wordFrom(words, from);
  if (index < count && (starts[index] as number) < from) index = meetRun(words, trie, index, from, to, meeting);
  while (index < count && (starts[index] as number) < to) {
    if (((kinds[index] as number) & NOT_ALONE) !== 0 || mayBeginWith(words, trie, index)) {
      index = meetRun(words, trie, index, from, to, meeting);
    } else {
      meetStrange(words, index, to, meeting);
      index += 1;
    }
  }
}

/** A word of these is no whole by itself, or is written in an unusual way. */
const NOT_ALONE = GOES_ON | OF_DIGITS | NOT_LATIN | HAS_HIDDEN | HAS_JOINT;

function mayBeginWith({ codes, ends, hashes }: Words, trie: Trie, index: number): boolean {
  const hash = hashes[index] as number;
  if (!mayBeginWithWord(trie, hash)) return false;
  const end = ends[index] as number;
  return mayGoOn(trie, hash, CLASS[codes[end] as number] as number, CLASS[codes[end + 1] as number] as number);
}

/** A word by itself with which no phrase begins: most are. */
function meetStrange({ codes, starts, ends, kinds }: Words, index: number, to: number, meeting: Meeting): void {
  const start = starts[index] as number;
  const isCapital = kinds[index] === IS_CAPITAL;
  if (isCapital && isAfterStop(codes, start)) meeting.joint?.(start);
  if (meeting.stranger === undefined) return;
  const end = ends[index] as number;
  if (hasLengthOfStranger(end - start, isCapital) && end <= to) meeting.stranger(start, end);
}

function hasLengthOfStranger(length: number, isCapital: boolean): boolean {
  return length <= LONGEST_STRANGER && length >= (isCapital ? SHORTEST_WITH_CAPITAL : SHORTEST_STRANGER);
}

/** Meets what begins in words that stand right behind one another; returns the word after them. */
function meetRun(words: Words, trie: Trie, first: number, from: number, to: number, meeting: Meeting): number {
  const { codes, starts, ends } = words;
  const start = Math.max(from, starts[first] as number);
  if (start > from && codes[start - 1] === DOT) meetHere(words, trie, start - 1, to, meeting);
  if (isCapital(words, start) && isAfterStop(codes, start)) meeting.joint?.(start);
  const isMet = mayBeginAt(words, trie, start) && meetHere(words, trie, start, to, meeting);
  const next = meetJoints(words, trie, first, to, meeting);
  if (!isMet && meeting.stranger !== undefined)
    meetStranger(words, meeting, first, next, Math.min(ends[next - 1] as number, to));
  return next;
}

/** What begins inside of the run: "withPython", "AWSExperience"; returns the word after it. */
function meetJoints(words: Words, trie: Trie, first: number, to: number, meeting: Meeting): number {
  const { starts, ends, kinds, count } = words;
  for (let index = first; ; index += 1) {
    if (((kinds[index] as number) & HAS_JOINT) !== 0) meetJoint(words, trie, lastCapital(words, index), to, meeting);
    const at = index + 1 < count ? (starts[index + 1] as number) : to;
    if (at !== ends[index] || at >= to) return index + 1;
    if (isCapital(words, at)) meetJoint(words, trie, at, to, meeting);
  }
}

function isCapital({ codes }: Words, at: number): boolean {
  return SHAPE[codes[at] as number] === UPPER;
}

/** "AWSExperience": the last of the capitals before small letters. */
function lastCapital({ codes, starts }: Words, index: number): number {
  let at = (starts[index] ?? 0) + 1;
  while (SHAPE[codes[at] ?? 0] !== LOWER) at += 1;
  return at - 1;
}

function meetJoint(words: Words, trie: Trie, at: number, to: number, meeting: Meeting): void {
  meeting.joint?.(at);
  if (mayBeginAt(words, trie, at)) meetHere(words, trie, at, to, meeting);
}

function meetHere(words: Words, trie: Trie, at: number, to: number, meeting: Meeting): boolean {
  walk(words, trie, at, to, SCANNED);
  return SCANNED.count > 0 && meeting.phrases(at, SCANNED);
}

/** Whether a phrase may begin with these characters. One of a character or two ends before a small letter in no case. */
export function mayBeginAt({ codes }: Words, trie: Trie, at: number): boolean {
  const first = PACKED[codes[at] as number] as number;
  const second = PACKED[codes[at + 1] as number] as number;
  const third = PACKED[codes[at + 2] as number] as number;
  const isOpen = shapeOf(second) !== LOWER || shapeOf(third) !== LOWER;
  return mayBegin(trie, classOf(first), classOf(second), classOf(third), isOpen);
}

function meetStranger(words: Words, meeting: Meeting, first: number, next: number, end: number): void {
  const start = words.starts[first] as number;
  let special = 0;
  for (let index = first; index < next; index += 1) special |= words.kinds[index] as number;
  if ((special & HAS_HIDDEN) !== 0) meetHidden(words.text.slice(start, end), meeting, start, end);
  else if ((special & OF_DIGITS) === 0 && hasLengthOfStranger(end - start, isCapital(words, start)))
    meeting.stranger?.(start, end);
}

function meetHidden(written: string, meeting: Meeting, start: number, end: number): void {
  const word = written.replaceAll('\u00ad', '');
  if (hasLengthOfStranger(word.length, false)) meeting.stranger?.(start, end, word);
}

/** Whether a mark that ends a sentence stands right before. */
function isAfterStop(codes: Uint16Array, at: number): boolean {
  if (at === 0) return false;
  const unit = codes[at - 1];
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x3a || unit === 0x29;
}
