import { SHAPE, UPPER } from '../text/fold.ts';
import { NEAR_ENGLISH } from './near-english.ts';

/**
 * Names that stand in a text with one slip of the pen: a letter too few, too many, wrong, or two exchanged (Damerau).
 * Only single words of seven letters or more, and a few shorter ones, that begin as the name does.
 */
export type Misspelt = {
  /** By the first letter and what is left of a name with one letter deleted: spellings. */
  readonly byDeletion: ReadonlyMap<string, number>;
  /** A bit by a hash of a word's length and four of its letters: whether any name has them so. One slip leaves one of three sets whole. */
  readonly frames: Uint8Array;
  /** Wrong spellings of shorter names, whole: spellings. */
  readonly forms: ReadonlyMap<string, number>;
  readonly words: readonly string[];
  readonly spellings: readonly number[];
};

const SHORTEST = 7;
/** Shorter names that are far from every English word. */
const SHORT_NAMES: ReadonlySet<string> = new Set([
  'python',
  'docker',
  'pandas',
  'hadoop',
  'django',
  'redshift',
  'mongodb',
]);

export function buildMisspelt(names: readonly { text: string; spelling: number }[]): Misspelt {
  const kept = names.filter(({ text }) => isLongWord(text));
  const forms = new Map<string, number>();
  const frames = new Uint8Array(FRAMES >> 3);
  const byDeletion = new Map<string, number>();
  const words = kept.map(({ text }) => text.toLowerCase());
  words.forEach((word, index) => {
    for (const slip of [-1, 0, 1]) addFrames(frames, word, word.length + slip);
    for (const rest of deletionsOf(word)) if (!byDeletion.has(rest)) byDeletion.set(rest, index);
  });
  for (const { text, spelling } of names) for (const form of slipsOf(text)) forms.set(form, spelling);
  for (const form of forms.keys()) addFrames(frames, form, form.length);
  return { byDeletion, forms, frames, words, spellings: kept.map(({ spelling }) => spelling) };
}

const SETS = [0, 1, 2] as const;

/** Names of four to six letters that are met with two letters exchanged, and slips that are seen often. */
const SWAPPED: ReadonlySet<string> = new Set(
  'kafka,spark,azure,flink,scala,flask,redis,linux,numpy,keras,mysql,react'.split(','),
);
const OFTEN: ReadonlyMap<string, readonly string[]> = new Map([
  ['python', ['phyton', 'phython', 'pyhthon', 'pythin']],
  ['kafka', ['kafca', 'kaffka']],
  ['postgres', ['postgress']],
  ['kubernetes', ['kubernets', 'kubernates', 'kubernete']],
  ['azure', ['azzure', 'azuree']],
  ['pytorch', ['pytorh']],
  ['langchain', ['langchian', 'lanchain']],
  ['javascript', ['javasript']],
]);
/** Surnames and words among the forms. */
const NO_SLIPS: ReadonlySet<string> = new Set(['reids', 'flaks', 'falks', 'salca', 'sacla', 'recat', 'karas', 'kears']);

function slipsOf(text: string): string[] {
  const word = text.toLowerCase();
  const often = OFTEN.get(word) ?? [];
  if (!SWAPPED.has(word)) return [...often];
  const swapped = Array.from({ length: word.length - 2 }, (_, index) => {
    const at = index + 1;
    return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  });
  return [...often, ...swapped].filter((form) => form !== word && !NO_SLIPS.has(form));
}

function isLongWord(text: string): boolean {
  return /^[A-Za-z]+$/.test(text) && (text.length >= SHORTEST || SHORT_NAMES.has(text.toLowerCase()));
}

/** The word itself and all it can be with one letter less. */
function deletionsOf(word: string): string[] {
  const all = [word];
  for (let at = 1; at < word.length; at += 1) all.push(word.slice(0, at) + word.slice(at + 1));
  return all;
}

const FRAME_BITS = 17;
const FRAMES = 1 << FRAME_BITS;

/** The length and four letters of a word: its first four, the first and the last three, or the first and the last two. */
function frameOf(length: number, first: number, second: number, third: number, fourth: number): number {
  const letters = ((first & 31) << 15) | ((second & 31) << 10) | ((third & 31) << 5) | (fourth & 31);
  return Math.imul((letters << 5) | length, 0x9e3779b1) >>> (32 - FRAME_BITS);
}

/** Turns nearly all words away. A word with a capital needs one set of letters, another must look more like a name. */
export function mayBeMisspelt({ frames }: Misspelt, codes: ArrayLike<number>, start: number, end: number): boolean {
  const isFirst = hasFrame(frames, codes, start, end, 0);
  if (SHAPE[codes[start] ?? 0] !== UPPER) return isFirst && hasFrame(frames, codes, start, end, 1);
  return isFirst || hasFrame(frames, codes, start, end, 2) || hasFrame(frames, codes, start, end, 1);
}

function hasFrame(frames: Uint8Array, codes: ArrayLike<number>, start: number, end: number, set: 0 | 1 | 2): boolean {
  const second = codes[set === 1 ? end - 3 : start + 1] ?? 0;
  const third = codes[set === 0 ? start + 2 : end - 2] ?? 0;
  const fourth = codes[set === 0 ? start + 3 : end - 1] ?? 0;
  const frame = frameOf(end - start, codes[start] ?? 0, second, third, fourth);
  return ((frames[frame >> 3] ?? 0) & (1 << (frame & 7))) !== 0;
}

function addFrames(frames: Uint8Array, word: string, length: number): void {
  for (const set of SETS) {
    const at = (place: number) => word.charCodeAt(place < 0 ? word.length + place : place);
    const frame = frameOf(length, at(0), at(set === 1 ? -3 : 1), at(set === 0 ? 2 : -2), at(set === 0 ? 3 : -1));
    frames[frame >> 3] = (frames[frame >> 3] ?? 0) | (1 << (frame & 7));
  }
}

/** The spelling that a word was meant to be. */
export function findMisspelt(misspelt: Misspelt, written: string): number | undefined {
  const word = written.toLowerCase();
  if (NEAR_ENGLISH.has(word) || !/^[a-z]+$/.test(word)) return undefined;
  const form = misspelt.forms.get(word);
  if (form !== undefined) return form;
  if (word.length < SHORTEST - 1) return undefined;
  for (const rest of deletionsOf(word)) {
    const index = misspelt.byDeletion.get(rest);
    const name = index === undefined ? undefined : misspelt.words[index];
    if (index !== undefined && name !== undefined && name[0] === word[0] && isOneSlip(word, name)) {
      return misspelt.spellings[index];
    }
  }
  return undefined;
}

/** Whether two different words are one edit apart; a plural is no slip. */
function isOneSlip(word: string, name: string): boolean {
  if (word === name || word === `${name}s` || Math.abs(word.length - name.length) > 1) return false;
  let head = 0;
  while (head < word.length && word[head] === name[head]) head += 1;
  const rest = (text: string, skip: number) => text.slice(head + skip);
  if (word.length > name.length) return rest(word, 1) === rest(name, 0);
  if (word.length < name.length) return rest(word, 0) === rest(name, 1);
  if (rest(word, 1) === rest(name, 1)) return true;
  return word[head] === name[head + 1] && word[head + 1] === name[head] && rest(word, 2) === rest(name, 2);
}
