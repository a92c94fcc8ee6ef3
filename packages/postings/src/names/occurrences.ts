import { CUES, GLUE } from '../context/phrasebook.ts';
import { type Edge, leftEdge, rightEdge, seenBefore } from '../text/boundary.ts';
import { LOWER, SHAPE, UPPER } from '../text/fold.ts';
import { scan } from '../text/scan.ts';
import type { Trie } from '../text/trie.ts';
import { newPath, type Path, walk } from '../text/walk.ts';
import { wordsOf } from '../text/words.ts';
import type { KnownSpelling, Lexicon } from './build-lexicon.ts';
import { findMisspelt, mayBeMisspelt } from './misspelt.ts';

/** A spelling of a name in a text; whether it is meant is another question. */
export type Occurrence = { readonly start: number; readonly end: number; readonly spelling: KnownSpelling };

export type Occurrences = {
  readonly names: Occurrence[];
  /** Where words are glued together, as lost line breaks leave them. */
  readonly joints: number[];
};

/** All names, leftmost and longest; they never overlap one another. */
export function occurrencesIn(text: string, lexicon: Lexicon): Occurrences {
  const names: Occurrence[] = [];
  const joints: number[] = [];
  const { codes } = wordsOf(text);
  scan(text, lexicon.trie, 0, text.length, {
    phrases: (start, path) => {
      const last = names.at(-1);
      if (last !== undefined && start < last.end) return true;
      const name = longestName(text, lexicon, start, path, last?.end ?? -1);
      if (name === undefined) return false;
      names.push(name);
      if (isAmongCapitals(text, name.end)) pushCapitals(text, lexicon, name.end, names);
      return true;
    },
    joint: (at) => {
      joints.push(at);
    },
    stranger: (start, end, word) => {
      if (word === undefined && !mayBeMisspelt(lexicon.misspelt, codes, start, end)) return false;
      const number = findMisspelt(lexicon.misspelt, word ?? text.slice(start, end));
      if (number === undefined) return false;
      if (start >= (names.at(-1)?.end ?? 0)) pushMisspelt(text, lexicon, { start, end, number }, names);
      return true;
    },
    idle: lexicon.idle,
  });
  return { names, joints };
}

/** What was meant by a word, as the number of a spelling. */
type Slip = { readonly start: number; readonly end: number; readonly number: number };

function pushMisspelt(text: string, lexicon: Lexicon, { start, end, number }: Slip, names: Occurrence[]): void {
  const spelling = lexicon.spellings[number];
  if (spelling === undefined || leftEdge(text, start) !== 'edge' || rightEdge(text, end, end - start) !== 'edge')
    return;
  const last = names.at(-1);
  const whole =
    last?.end === start - 1 ? lexicon.byText.get(`${last.spelling.text} ${spelling.text}`.toLowerCase()) : undefined;
  const both = lexicon.spellings[whole ?? -1];
  if (last === undefined || both === undefined) names.push({ start, end, spelling });
  else names[names.length - 1] = { start: last.start, end, spelling: both };
}

/** Names inside a name that was not meant: "AWS" in "AWS Solutions Architect", "PostgreSQL" in "Aurora PostgreSQL". */
export function namesInside(text: string, lexicon: Lexicon, outer: Occurrence): Occurrence[] {
  const names: Occurrence[] = [];
  scan(text, lexicon.trie, outer.start, outer.end, {
    phrases: (start, path) => {
      const last = names.at(-1);
      if (last !== undefined && start < last.end) return true;
      if (start === outer.start && path.ends[path.count - 1] === outer.end) path.count -= 1;
      const name = longestName(text, lexicon, start, path, last?.end ?? -1);
      return name !== undefined && names.push(name) > 0;
    },
  });
  return names;
}

function longestName(
  text: string,
  lexicon: Lexicon,
  start: number,
  path: Path,
  lastEnd: number,
): Occurrence | undefined {
  const { trie } = lexicon;
  for (let place = path.count - 1; place >= 0; place -= 1) {
    const end = path.ends[place] ?? start;
    if (!isWhole(text, lexicon, start, end, lastEnd)) continue;
    const spelling = spellingAt(text, lexicon, start, end, trie.ends[path.states[place] ?? 0] ?? 0);
    if (spelling !== undefined) return { start, end, spelling };
  }
  return undefined;
}

/** The spelling that ends in a state of the automaton and whose capitals fit. */
function spellingAt(
  text: string,
  lexicon: Lexicon,
  start: number,
  end: number,
  mark: number,
): KnownSpelling | undefined {
  for (const number of lexicon.trie.phrases[mark - 1] ?? []) {
    const spelling = lexicon.spellings[number];
    if (spelling !== undefined && (!spelling.isExact || isSpelledAs(text, start, end, spelling.text))) return spelling;
  }
  return undefined;
}

/** "OpenCVYOLO": a name of capitals right behind another, where no capital tells that a word begins. */
function pushCapitals(text: string, lexicon: Lexicon, from: number, names: Occurrence[]): void {
  const path = newPath();
  for (let at = from; isAmongCapitals(text, at); ) {
    walk(wordsOf(text), lexicon.trie, at, Math.min(text.length, at + LONGEST_GLUE), path);
    const name = longestName(text, lexicon, at, path, at);
    if (name === undefined) return;
    names.push(name);
    at = name.end;
  }
}

function isAmongCapitals(text: string, at: number): boolean {
  return SHAPE[text.charCodeAt(at)] === UPPER && SHAPE[text.charCodeAt(at - 1)] === UPPER;
}

/** Whether the name is a word of its own, or glued to words as lost line breaks leave them. */
function isWhole(text: string, lexicon: Lexicon, start: number, end: number, lastEnd: number): boolean {
  const right = rightEdge(text, end, end - start);
  if (right === 'inside' && !isAmongCapitals(text, end)) return false;
  const left = leftEdge(text, start);
  if (left === 'inside') return false;
  if (left === 'joint' && start !== lastEnd && !isAfterGluedWord(text, start, end - start)) return false;
  if (right === 'joint') return isGluedWord(text, lexicon, end) || isBeforeGluedLine(text, start, end, left);
  return right === 'edge' || endsInNames(text, lexicon, end, MOST_GLUED_CAPITALS);
}

const SHORTEST_CAPITALS = 3;
const MOST_GLUED_CAPITALS = 3;
const CAPITAL_PATHS = Array.from({ length: MOST_GLUED_CAPITALS }, newPath);

/** Whether a run of capitals is nothing but names: "SQLETL" in "SQLETLDocker". */
function endsInNames(text: string, lexicon: Lexicon, at: number, most: number): boolean {
  const path = CAPITAL_PATHS[most - 1];
  if (path === undefined) return false;
  walk(wordsOf(text), lexicon.trie, at, Math.min(text.length, at + LONGEST_GLUE), path);
  for (let place = path.count - 1; place >= 0; place -= 1) {
    const end = path.ends[place] ?? at;
    if (end - at < SHORTEST_CAPITALS) return false;
    const right = rightEdge(text, end, end - at);
    if (right === 'edge' || (right === 'joint' && isGluedWord(text, lexicon, end))) return true;
    if (right === 'inside' && isAmongCapitals(text, end) && endsInNames(text, lexicon, end, most - 1)) return true;
  }
  return false;
}

const GLUE_PATH = newPath();
const LONGEST_GLUE = 60;

/** "PythonExperience with": a phrase of ours, or another name, begins right where this one ends. */
function isGluedWord(text: string, { trie }: Lexicon, at: number): boolean {
  return beginsWith(text, GLUE, at) || beginsWith(text, trie, at) || beginsWith(text, CUES.trie, at);
}

function beginsWith(text: string, trie: Trie, at: number): boolean {
  walk(wordsOf(text), trie, at, Math.min(text.length, at + LONGEST_GLUE), GLUE_PATH);
  for (let place = 0; place < GLUE_PATH.count; place += 1) {
    const end = GLUE_PATH.ends[place] ?? at;
    const shape = SHAPE[text.charCodeAt(end)] ?? 0;
    if (shape === 0 || (shape === UPPER && end - at > 2)) return true;
  }
  return false;
}

const LONG_NAME = 6;
const SHORTEST_LINE_WORD = 4;

/**
 * "Azure DatabricksWatch for", "TerraformVaultPay": a word with a capital, as a line begins, behind a name that is no
 * part of a longer one: of several words, long, or glued on its other side, too.
 */
function isBeforeGluedLine(text: string, start: number, end: number, left: Edge): boolean {
  const stop = afterSmall(text, end + 1);
  if (text.slice(start, end).includes(' ')) return stop - end >= SHORTEST_LINE_WORD - 1;
  if (stop - end < SHORTEST_LINE_WORD || !ENDS_LINE_WORD.has(text[stop] ?? '\n')) return false;
  return end - start >= LONG_NAME || (left === 'joint' && end - start >= SHORTEST_LINE_WORD);
}

/** What follows a word, where the next line is not glued to it. */
const ENDS_LINE_WORD: ReadonlySet<string> = new Set(' \n\r$£€ABCDEFGHIJKLMNOPQRSTUVWXYZ');

function afterSmall(text: string, from: number): number {
  let at = from;
  while (SHAPE[text.charCodeAt(at)] === LOWER) at += 1;
  return at;
}

const LONGEST_WORD = 24;

/**
 * "skillsPython": a word of small letters before the capital, four or more, or one that ends a line. "SplunkPython" is one
 * word unless it is glued to another itself: "haveSplunkPython".
 */
function isAfterGluedWord(text: string, start: number, letters: number): boolean {
  const last = seenBefore(text, start);
  if (SHAPE[text.charCodeAt(last)] !== LOWER) return letters >= 4 && SHAPE[text.charCodeAt(last)] !== UPPER;
  let at = last;
  while (at >= 0 && last - at < LONGEST_WORD && SHAPE[text.charCodeAt(at)] === LOWER) at -= 1;
  const before = SHAPE[text.charCodeAt(at)] ?? 0;
  if (before === UPPER) return isCapitalGlued(text, at, last, letters);
  if (before !== 0) return false;
  return last - at >= 4 || (letters >= 3 && LINE_ENDS.has(text.slice(at + 1, last + 1)));
}

function isCapitalGlued(text: string, at: number, last: number, letters: number): boolean {
  if (letters >= 4 && last - at >= 3 && SHAPE[text.charCodeAt(at - 1)] === LOWER) return true;
  return letters >= 3 && HEADS.has(text.slice(at, last + 1));
}

/** Short words that a heading or a line ends with. */
const LINE_ENDS: ReadonlySet<string> = new Set(
  'had,has,you,use,run,are,see,all,our,us,do,it,is,be,of,in,to,on,end'.split(','),
);
/** Words that by themselves head a list. */
const HEADS: ReadonlySet<string> = new Set(
  'Skills,Tools,Requirements,Languages,Stack,Qualifications,Technologies,Frameworks,Databases,Essential,Essentials,Desirable,Preferred,Required,Technical,Platforms,Libraries,Responsibilities,Duties,Backend,Frontend,Scripting,Bonus'.split(
    ',',
  ),
);

/** Whether the letters stand with the capitals of `wanted`; marks and runs of blanks do not matter. */
function isSpelledAs(text: string, start: number, end: number, wanted: string): boolean {
  let at = start;
  for (let place = 0; place < wanted.length; place += 1) {
    const unit = wanted.charCodeAt(place);
    if ((SHAPE[unit] ?? 0) === 0) continue;
    while (at < end && (SHAPE[text.charCodeAt(at)] ?? 0) === 0) at += 1;
    if (text.charCodeAt(at) !== unit) return false;
    at += 1;
  }
  return true;
}
