import { BLANK, HIDDEN, KIND } from '../text/characters.ts';
import { GOES_ON, IS_SIGN, joined, NOT_LATIN, OF_DIGITS, type Words, wordsOf } from '../text/words.ts';
import { isDateWord, mixed, shortHash } from './word-hash.ts';

/** Smallest hashes kept of a text: bands of rows (see `BandIndex`). A power of two. */
export const BINS = 64;
/** A longer text is compared by its first words: postings have 150 to 1,500. */
const WORD_LIMIT = 4_096;
const EMPTY = 0xffffffff;

const SPACE = 0x20;
/** What `gapOf` gives for it. */
const ONE_BLANK = 1;
/** They go with the word before them, because of C++ and C#. */
const PLUS = 0x2b;
const NUMBER_SIGN = 0x23;

const FIRST_SEED = 0x811c9dc5;
const FIRST_STEP = 0x01000193;
const SECOND_STEP = 0x5bd1e995;
const GAP_STEP = 0x2c1b3c6d;

/** What is kept of one text while it is compared: overwritten by the next `read`. */
export class Fingerprint {
  /** 53 bits that are equal for texts that differ only in blanks and case (two of 50,000 by chance: 1 in 7 million). */
  exact = 0;
  /** The words in their order, 16 bits of the hash of each, without numbers and words of dates. */
  wordCount = 0;
  readonly words = new Uint16Array(WORD_LIMIT);
  /** By bin the smallest hash of all shingles that fall into it. */
  readonly bins = new Uint32Array(BINS);
  readonly #own = new Uint32Array(BINS);
  #run = { hash: 0, kind: 0, end: 0 };
  /** The hashes of the words, whole. */
  readonly #hashes = new Int32Array(WORD_LIMIT);

  read(text: string): void {
    this.bins.fill(EMPTY);
    this.#readWords(wordsOf(text), text.length);
    this.#readShingles();
    this.#fillBins();
  }

  #readWords(cut: Words, size: number): void {
    const { codes, starts, ends, hashes, kinds, count } = cut;
    let [first, second] = [FIRST_SEED, 0];
    let end = afterBlanks(codes, 0, size);
    let wordCount = 0;
    const hashesHere = this.#hashes;
    for (let index = 0; index < count; ) {
      const start = starts[index] as number;
      const gap = start === end + 1 && codes[end] === SPACE ? ONE_BLANK : gapOf(codes, end, start);
      let hash = hashes[index] as number;
      let kind = kinds[index] as number;
      end = ends[index] as number;
      index += 1;
      if (mayGoOn(kind, codes[end] as number)) {
        index = this.#joinRun(cut, index - 1);
        ({ hash, kind, end } = this.#run);
      }
      first = Math.imul(first ^ hash ^ gap, FIRST_STEP);
      second = Math.imul((second << 5) ^ (second >>> 27) ^ (hash + gap), SECOND_STEP);
      if ((kind & OF_DIGITS) !== 0 || isDateWord(hash) || wordCount === WORD_LIMIT) continue;
      hashesHere[wordCount] = hash;
      wordCount += 1;
    }
    this.wordCount = wordCount;
    const gap = gapOf(codes, end, beforeBlanks(codes, end, size));
    this.exact = mixed(first ^ gap) * 2_097_152 + (mixed(second + gap) >>> 11);
  }

  /** Words stand as a reader sees them here: "iPhone13" and "C++" are one each. Returns the word after them. */
  #joinRun({ codes, starts, ends, hashes, kinds, count }: Words, first: number): number {
    let [hash, kind, end] = [hashes[first] as number, kinds[first] as number, ends[first] as number];
    let index = first + 1;
    while (index < count && starts[index] === end && (kind & IS_SIGN) === 0) {
      hash = joined(hash, hashes[index] as number, (ends[index] as number) - end);
      kind &= kinds[index] as number;
      end = ends[index] as number;
      index += 1;
    }
    for (; codes[end] === PLUS || codes[end] === NUMBER_SIGN; end += 1) hash = joined(hash, codes[end] as number, 1);
    this.#run = { hash, kind, end };
    return index;
  }

  #readShingles(): void {
    const { words, bins, wordCount } = this;
    const hashes = this.#hashes;
    let [before, last] = [0, 0];
    for (let at = 0; at < wordCount; at += 1) {
      const hash = hashes[at] as number;
      words[at] = shortHash(hash);
      const shingle = mixed(Math.imul(before, 0x2c1b3c6d) ^ Math.imul(last, 0x297a2d39) ^ hash);
      const bin = shingle & (BINS - 1);
      if (shingle < (bins[bin] as number)) bins[bin] = shingle;
      before = last;
      last = hash;
    }
  }

  /** A bin that no shingle fell into takes the value of the next one that has one (Shrivastava & Li 2014). */
  #fillBins(): void {
    if (this.wordCount === 0) return;
    const { bins } = this;
    const own = this.#own;
    own.set(bins);
    for (let bin = 0; bin < BINS; bin += 1) {
      if (own[bin] !== EMPTY) continue;
      let steps = 1;
      while (own[(bin + steps) % BINS] === EMPTY) steps += 1;
      bins[bin] = mixed((own[(bin + steps) % BINS] ?? 0) + Math.imul(steps, 0x9e3779b9));
    }
  }
}

const JOINED = GOES_ON | OF_DIGITS | NOT_LATIN;

function mayGoOn(kind: number, behind: number): boolean {
  return (kind & JOINED) !== 0 || behind === PLUS || behind === NUMBER_SIGN;
}

/** The marks between two words, and where blanks stand among them, as a number: 0 for nothing, 1 for blanks alone. */
function gapOf(codes: Uint16Array, from: number, to: number): number {
  let hash = 0;
  let blanks = 0;
  for (let at = from; at < to; at += 1) {
    const code = codes[at] ?? 0;
    const kind = KIND[code];
    if (kind === BLANK) blanks = 1;
    else if (kind !== HIDDEN) {
      hash = Math.imul(hash + blanks, GAP_STEP) ^ code;
      blanks = 0;
    }
  }
  return Math.imul(hash, GAP_STEP) + blanks;
}

function afterBlanks(codes: Uint16Array, from: number, to: number): number {
  let at = from;
  while (at < to && isUnseen(codes[at] ?? 0)) at += 1;
  return at;
}

function beforeBlanks(codes: Uint16Array, from: number, to: number): number {
  let at = to;
  while (at > from && isUnseen(codes[at - 1] ?? 0)) at -= 1;
  return at;
}

function isUnseen(code: number): boolean {
  return KIND[code] === BLANK || KIND[code] === HIDDEN;
}
