import { rightEdge } from '../text/boundary.ts';
import { SHAPE } from '../text/fold.ts';
import { mayBeginAt, newPath, walk } from '../text/walk.ts';
import { type Words, wordsOf } from '../text/words.ts';
import type { SectionKind } from './heading-phrases.ts';
import { HEADINGS, type HeadingWords } from './phrasebook.ts';

/** A heading: its line, or the words before a colon. `end` is where what it heads begins. */
export type Heading = {
  readonly start: number;
  readonly end: number;
  readonly kind: SectionKind;
  readonly isInline: boolean;
};

const LONGEST_LEAD = 16;

/** The first letter after bullets, marks, numbers and emoji; −1 if none comes soon. */
export function firstWord(text: string, from: number, end: number): number {
  const limit = Math.min(end, from + LONGEST_LEAD);
  for (let at = from; at < limit; at += 1) {
    const shape = SHAPE[text.charCodeAt(at)] ?? 0;
    if (shape !== 0 && shape !== 3) return at;
  }
  return -1;
}

/** Whether something stands in a stretch of the text that is asked for, and makes it more than a heading. */
export type Holds = (start: number, end: number) => boolean;

/** A line as a heading might be: how many words it has, and how much of it are words of headings. */
export type LineShape = {
  words: number;
  letters: number;
  covered: number;
  /** Whether its first words are words of headings. */
  leads: boolean;
  best: HeadingWords | undefined;
};

/** Letters of the line, how many of them belong to words of headings, and the kind that wins; stops after `most` words. */
export function shapeOf(text: string, start: number, end: number, most: number): LineShape {
  const shape: LineShape = { words: 0, letters: 0, covered: 0, leads: false, best: undefined };
  const words = wordsOf(text);
  let at = start;
  while (at < end && shape.words <= most) {
    if (SHAPE[words.codes[at] ?? 0] === 0) at += 1;
    else at = noteWord(shape, { words, at, end }, at === start);
  }
  return shape;
}

type Place = { readonly words: Words; readonly at: number; readonly end: number };

/** Counts the word at `at`, or the phrase of headings that begins there; returns where it ends. */
function noteWord(shape: LineShape, { words, at, end }: Place, isFirst: boolean): number {
  const phrase = phraseAt(words, at, end);
  const stop = phrase?.end ?? endOfWord(words, at, end);
  const letters = lettersBetween(words, at, stop);
  shape.words += 1;
  shape.letters += letters;
  if (phrase !== undefined) {
    shape.covered += letters;
    if (isFirst) shape.leads = true;
    if (isBetter(phrase.words, shape.best)) shape.best = phrase.words;
  }
  return stop;
}

function endOfWord({ codes }: Words, from: number, end: number): number {
  let at = from + 1;
  while (at < end && SHAPE[codes[at] ?? 0] !== 0) at += 1;
  return at;
}

function lettersBetween({ codes }: Words, from: number, to: number): number {
  let letters = 0;
  for (let at = from; at < to; at += 1) if (SHAPE[codes[at] ?? 0] !== 0) letters += 1;
  return letters;
}

function isBetter(words: HeadingWords, best: HeadingWords | undefined): boolean {
  if (best === undefined) return true;
  if (words.kind === 'preferred' || best.kind === 'preferred') return best.kind !== 'preferred';
  if (words.isClear !== best.isClear) return words.isClear;
  return words.rank < best.rank;
}

const PATH = newPath();

/** The longest phrase of headings that begins here. */
export function phraseAt(words: Words, at: number, limit: number): { end: number; words: HeadingWords } | undefined {
  if (!mayBeginAt(words, HEADINGS.trie, at)) return undefined;
  walk(words, HEADINGS.trie, at, limit, PATH);
  for (let place = PATH.count - 1; place >= 0; place -= 1) {
    const end = PATH.ends[place] ?? at;
    const found = HEADINGS.words[(HEADINGS.trie.ends[PATH.states[place] ?? 0] ?? 0) - 1];
    if (found !== undefined && rightEdge(words.text, end, end - at) !== 'inside') return { end, words: found };
  }
  return undefined;
}
