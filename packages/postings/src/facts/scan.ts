import { NOT_LATIN, OF_DIGITS, type Words, wordsOf } from '../text/words.ts';
import {
  ENTRIES,
  type Entry,
  entryOf,
  LANGUAGES,
  ROLES,
  VOTE_LANGUAGE,
  VOTE_WEIGHT,
  VOTERS,
  VOTES_FROM,
} from './word-table.ts';

/** The words and numbers of a text that mean something to a finder, in order, and what the pass counted beside them. */
export type Scan = {
  readonly text: string;
  // Plain arrays: in V8 a typed array of its own for each posting costs more than the whole pass.
  /** Of each mark: an entry of the vocabulary, or -1 for a run of digits. */
  readonly ids: number[];
  readonly starts: number[];
  readonly ends: number[];
  /** By language, in the order of `LANGUAGES`: how many of the words speak for it. */
  readonly votes: number[];
  /** Letters by writing, in the order of `SCRIPTS`. */
  readonly letters: number[];
  /** Latin letters; also the first of `letters`, once the text has been read. */
  latin: number;
  words: number;
  /** The roles of all marks: most texts have no word of some of them. */
  seen: number;
  // Absent until somebody has looked, but always there: V8 is fast with objects of one shape.
  /** The line that names the job, null for none. */
  title: { readonly start: number; readonly end: number } | null | undefined;
  /** Whose dollar a bare sign is. */
  dollar: string | undefined;
  /** The currency of amounts without one, '' for none. */
  unsaid: string | undefined;
};

export const SCRIPTS = [
  'latin',
  'greek',
  'cyrillic',
  'hebrew',
  'arabic',
  'hindi',
  'thai',
  'kana',
  'han',
  'hangul',
] as const;

const RANGES: readonly (readonly [from: number, to: number, script: number])[] = [
  [0x370, 0x3ff, 1],
  [0x400, 0x52f, 2],
  [0x590, 0x5ff, 3],
  [0x600, 0x6ff, 4],
  [0x900, 0x97f, 5],
  [0xe00, 0xe7f, 6],
  [0x3040, 0x30ff, 7],
  [0x3400, 0x9fff, 8],
  [0xac00, 0xd7af, 9],
];

function scripts(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [from, to, script] of RANGES) table.fill(script, from, to + 1);
  return table;
}
/** By unit: the place in `SCRIPTS`, 0 for all that is not in one of these but the Latin. */
const SCRIPT = scripts();

function mark(scan: Scan, id: number, start: number, end: number): void {
  scan.ids.push(id);
  scan.starts.push(start);
  scan.ends.push(end);
}

/** How often each word that speaks for a language stood in the text that is being read; all zero between two texts. */
const HEARD = new Int32Array(VOTERS);
/** A bit for each of them that stood there at all, so that no text is charged for all words of all languages. */
const HEARD_BITS = new Int32Array((VOTERS >> 5) + 1);

function voteFor(scan: Scan, id: number): void {
  const heard = HEARD[id] as number;
  HEARD[id] = 0;
  const to = VOTES_FROM[id + 1] as number;
  for (let i = VOTES_FROM[id] as number; i < to; i++) {
    const language = VOTE_LANGUAGE[i] as number;
    scan.votes[language] = (scan.votes[language] as number) + heard * (VOTE_WEIGHT[i] as number);
  }
}

function vote(scan: Scan): void {
  for (let block = 0; block < HEARD_BITS.length; block++) {
    for (let bits = HEARD_BITS[block] as number; bits !== 0; bits &= bits - 1) {
      voteFor(scan, (block << 5) + 31 - Math.clz32(bits & -bits));
    }
    HEARD_BITS[block] = 0;
  }
}

function hear(id: number): void {
  HEARD[id] = (HEARD[id] as number) + 1;
  HEARD_BITS[id >> 5] = (HEARD_BITS[id >> 5] as number) | (1 << (id & 31));
}

/** Hears the word, and marks it if it means something. */
function take(scan: Scan, hash: number, start: number, end: number): void {
  const id = entryOf(hash);
  if (id === -1) return;
  if (id < VOTERS) hear(id);
  const roles = ROLES[id] as number;
  if (roles === 0) return;
  scan.seen |= roles;
  mark(scan, id, start, end);
}

function takeAll(scan: Scan, { starts, ends, hashes, kinds, count }: Words): void {
  let words = 0;
  let latin = 0;
  for (let index = 0; index < count; index++) {
    const start = starts[index] as number;
    const end = ends[index] as number;
    const kind = kinds[index] as number;
    if ((kind & (OF_DIGITS | NOT_LATIN)) === 0) {
      words += 1;
      latin += end - start;
      take(scan, hashes[index] as number, start, end);
    } else if ((kind & OF_DIGITS) !== 0) mark(scan, -1, start, end);
  }
  scan.words = words;
  scan.latin = latin;
}

function countScripts(letters: number[], { text, codes }: Words): void {
  for (let at = 0; at < text.length; at++) {
    const script = SCRIPT[codes[at] as number] as number;
    if (script !== 0) letters[script] = (letters[script] as number) + 1;
  }
}

const NO_VOTES = LANGUAGES.map(() => 0.5);
const NO_LETTERS = SCRIPTS.map(() => 0);

/** One pass over the text, in time linear in its length. */
export function scanText(text: string): Scan {
  const letters = NO_LETTERS.slice();
  const scan: Scan = {
    text,
    ids: [],
    starts: [],
    ends: [],
    votes: NO_VOTES.slice(),
    letters,
    latin: 0,
    words: 0,
    seen: 0,
    title: undefined,
    dollar: undefined,
    unsaid: undefined,
  };
  const words = wordsOf(text);
  takeAll(scan, words);
  if (words.isForeign) countScripts(letters, words);
  letters[0] = scan.latin;
  vote(scan);
  return scan;
}

/** The roles of the mark at `index`; 0 for a number and outside of the list. */
export function rolesAt(scan: Scan, index: number): number {
  const id = index < 0 || index >= scan.ids.length ? -1 : (scan.ids[index] as number);
  return id === -1 ? 0 : (ROLES[id] as number);
}

/** The word of the mark at `index`, folded; '' for a number. */
export function wordAt(scan: Scan, index: number): string {
  const id = index < 0 || index >= scan.ids.length ? -1 : (scan.ids[index] as number);
  return id === -1 ? '' : (ENTRIES[id] as Entry).word;
}

export const startAt = (scan: Scan, index: number): number => scan.starts[index] as number;
export const endAt = (scan: Scan, index: number): number => scan.ends[index] as number;

/** Index of the first mark that starts at `position` or after it. */
export function markFrom(scan: Scan, position: number): number {
  let low = 0;
  let high = scan.ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startAt(scan, middle) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A posting has tens of words with one role; text with more is no posting, and its rest is not looked around. */
const MOST_LOOKS = 500;

/** Indexes of the first marks with one of the roles, in order. */
export function marksWith(scan: Scan, roles: number): number[] {
  const found: number[] = [];
  if ((scan.seen & roles) === 0) return found;
  for (let index = 0; index < scan.ids.length && found.length < MOST_LOOKS; index++) {
    const id = scan.ids[index] as number;
    if (id !== -1 && ((ROLES[id] as number) & roles) !== 0) found.push(index);
  }
  return found;
}

/** Whether a mark with one of the roles starts between the positions. */
export function hasMark(scan: Scan, roles: number, from: number, to: number): boolean {
  if ((scan.seen & roles) === 0) return false;
  for (let index = markFrom(scan, from); index < scan.ids.length && startAt(scan, index) < to; index++) {
    if ((rolesAt(scan, index) & roles) !== 0) return true;
  }
  return false;
}
