import {
  CLASS,
  classAt,
  classOf,
  isHyphen,
  isLineBreak,
  LOWER,
  PACKED,
  SEPARATOR,
  SHAPE,
  SKIP,
  shapeOf,
} from './fold.ts';
import { follow, mayBegin, ROOT, type Trie } from './trie.ts';
import type { Words } from './words.ts';

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
export function walk(words: Words, trie: Trie, start: number, limit: number, path: Path): void {
  const { codes } = words;
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
    at = edge === SEPARATOR ? endOfRun(words, start, at, limit) : at + 1;
    if (ends[state] !== 0) noteEnd(path, at, state);
  }
}

function noteEnd(path: Path, end: number, state: number): void {
  if (path.count === MOST_ENDS || end < 0) return;
  path.ends[path.count] = end;
  path.states[path.count] = state;
  path.count += 1;
}

/** The end of a run of blanks, hyphens and marks in a name from `start`, or −1 where the run parts two names. */
function endOfRun({ text, codes }: Words, start: number, from: number, limit: number): number {
  const isPlain = SHAPE[codes[from + 1] as number] !== 0 && !isLineBreak(codes[from] as number);
  return isPlain ? from + 1 : endOfLongRun(text, start, from, limit);
}

function endOfLongRun(text: string, start: number, from: number, limit: number): number {
  let breaks = 0;
  let at = from;
  while (at < limit && isInRun(text, at)) {
    if (text.charCodeAt(at) === 0x0a) breaks += 1;
    if (breaks > 1 || at - from > LONGEST_RUN || isDash(text, at)) return -1;
    at += 1;
  }
  return breaks === 1 && isShortLine(text, from) && !isMidSentence(text, start, at) ? -1 : at;
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

/** "… and land in Big⏎Query, where …": small words before the name and after it do not stand in a list of names. */
function isMidSentence(text: string, start: number, turn: number): boolean {
  return (
    AFTER_SMALL_WORD.test(text.slice(Math.max(0, start - AROUND), start)) &&
    GOES_ON.test(text.slice(turn, turn + AROUND))
  );
}

const AROUND = 40;
const AFTER_SMALL_WORD = /(?:^|[\s(/])[a-z]+[\s(]+$/;
/** The rest of a name, at most three words, before a mark or a small word. */
const GOES_ON = /^\w+(?: [A-Z]\w*){0,2}(?:[,;:.)]| [a-z])/;

/** Whether a phrase may begin with these characters. One of a character or two ends before a small letter in no case. */
export function mayBeginAt({ codes }: Words, trie: Trie, at: number): boolean {
  const first = PACKED[codes[at] as number] as number;
  const second = PACKED[codes[at + 1] as number] as number;
  const third = PACKED[codes[at + 2] as number] as number;
  const isOpen = shapeOf(second) !== LOWER || shapeOf(third) !== LOWER;
  return mayBegin(trie, classOf(first), classOf(second), classOf(third), isOpen);
}
