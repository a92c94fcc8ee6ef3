import { CLASS, LOWER, SHAPE, UPPER } from './fold.ts';
import { mayBeginWithWord, mayGoOn, type Trie } from './trie.ts';
import { mayBeginAt, newPath, type Path, walk } from './walk.ts';
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

/** Called for what a scan meets, in the order of the text. */
export type Meeting = {
  /** Phrases that begin at `start`; `path` is valid until the call returns. `false`: none of them counts. */
  readonly phrases: (start: number, path: Path) => boolean;
  /** A word glued to what stands before it: "skillsPython", "team.Requirements". */
  readonly joint?: (at: number) => void;
  /**
   * A run of letters with which no phrase begins, of a misspelt name's length; `word` without its hidden marks if it has
   * any. `false`: it never counts, wherever it stands.
   */
  readonly stranger?: (start: number, end: number, word?: string) => boolean;
  /** What `newIdle` gave, always with the same automaton and the same strangers. */
  readonly idle?: Int32Array;
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
  const { starts, hashes, kinds, count } = words;
  const idle = meeting.idle ?? NONE_IDLE;
  let index = from === 0 ? 0 : wordFrom(words, from);
  if (index < count && (starts[index] as number) < from) index = meetRun(words, trie, index, from, to, meeting);
  while (index < count && (starts[index] as number) < to) {
    const kind = kinds[index] as number;
    const hash = hashes[index] as number;
    const key = idleKey(hash, kind);
    const isIdle = (kind & NOT_ALONE) === 0 && idle[idlePlace(key)] === key;
    if (isIdle && kind !== 0) meetCapital(words, index, meeting);
    index = isIdle ? index + 1 : meetWord(words, trie, index, from, to, meeting);
  }
}

/** A word of these is no whole by itself, or is written in an unusual way. */
const NOT_ALONE = GOES_ON | OF_DIGITS | NOT_LATIN | HAS_HIDDEN | HAS_JOINT;

const IDLE_BITS = 14;

/**
 * Room for the words that a scan has nothing to do with, whatever stands beside them, by their hashes: nearly all words
 * of a posting were met in another one, and cost one look. Without it each is asked again.
 */
export function newIdle(): Int32Array {
  return new Int32Array(1 << IDLE_BITS);
}
const NONE_IDLE = newIdle();

/** The same letters with a capital are another word here: shorter ones of these are strangers. */
function idleKey(hash: number, kind: number): number {
  return (hash + Math.imul(kind, 0x85ebca6b)) | 0;
}

function idlePlace(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - IDLE_BITS);
}

/** Meets what begins in a word that may not be idle; returns the one after what was met. */
function meetWord(words: Words, trie: Trie, index: number, from: number, to: number, meeting: Meeting): number {
  const hash = words.hashes[index] as number;
  const kind = words.kinds[index] as number;
  const isAlone = (kind & NOT_ALONE) === 0;
  const isFirst = !isAlone || mayBeginWithWord(trie, hash);
  if (!isAlone || (isFirst && goesOnAsPhrase(words, trie, index, hash)))
    return meetRun(words, trie, index, from, to, meeting);
  if (kind !== 0) meetCapital(words, index, meeting);
  const isStrange = meetStrange(words, index, to, meeting);
  if (!isFirst && !isStrange && meeting.idle !== undefined) {
    const key = idleKey(hash, kind);
    meeting.idle[idlePlace(key)] = key;
  }
  return index + 1;
}

function goesOnAsPhrase({ codes, ends }: Words, trie: Trie, index: number, hash: number): boolean {
  const end = ends[index] as number;
  return mayGoOn(trie, hash, CLASS[codes[end] as number] as number, CLASS[codes[end + 1] as number] as number);
}

function meetCapital({ codes, starts }: Words, index: number, meeting: Meeting): void {
  const start = starts[index] as number;
  if (isAfterStop(codes, start)) meeting.joint?.(start);
}

/** A word by itself with which no phrase begins. Returns whether one like it may be a stranger that counts. */
function meetStrange({ starts, ends, kinds }: Words, index: number, to: number, meeting: Meeting): boolean {
  if (meeting.stranger === undefined) return false;
  const start = starts[index] as number;
  const end = ends[index] as number;
  if (end > to) return true;
  return hasLengthOfStranger(end - start, kinds[index] === IS_CAPITAL) && meeting.stranger(start, end);
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
