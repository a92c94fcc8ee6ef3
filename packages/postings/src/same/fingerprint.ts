import { HashSet } from './hash-set.ts';
import { isWord, Tokens } from './tokens.ts';
import { isDateWord, mixed, shortHash, WORD_SEED, withUnit } from './word-hash.ts';

/** Smallest hashes kept of a text: bands of rows (see `BandIndex`). A power of two. */
export const BINS = 64;
/** A longer text is compared by its first shingles: postings have 150 to 1,500. */
const SHINGLE_LIMIT = 4_096;
const EMPTY = 0xffffffff;

/**
 * What is kept of one text while it is compared: overwritten by the next `read`.
 *
 * A shingle is three words in a row, without numbers and words of dates. It is kept as 16 bits of its hash, once, in the
 * order of the text: two different shingles of two texts of 600 are taken for one another in 1 % of the cases, far
 * below what decides.
 */
export class Fingerprint {
  /** 53 bits that are equal for texts that differ only in blanks and case (two of 50,000 by chance: 1 in 7 million). */
  exact = 0;
  shingleCount = 0;
  readonly shingles = new Uint16Array(SHINGLE_LIMIT);
  readonly shingleSet = new HashSet();
  /** Each word once. */
  wordCount = 0;
  readonly words = new Uint16Array(SHINGLE_LIMIT + 1);
  readonly wordSet = new HashSet();
  readonly bins = new Uint32Array(BINS);
  readonly #tokens = new Tokens();

  read(text: string): void {
    const count = this.#tokens.read(text);
    this.#readExact(count);
    this.#readShingles(count);
    this.#fillBins();
  }

  #readExact(count: number): void {
    const { hashes, kinds } = this.#tokens;
    let first = WORD_SEED;
    let second = 0;
    for (let i = 0; i < count; i += 1) {
      const hash = hashes[i] ?? 0;
      // Of the kind only the blank before matters, and not before the first token.
      first = withUnit(first, hash ^ (i === 0 ? 0 : (kinds[i] ?? 0) & 0x10000));
      second = Math.imul((second << 5) ^ (second >>> 27) ^ hash, 0x5bd1e995);
    }
    this.exact = mixed(first) * 2_097_152 + (mixed(second) >>> 11);
  }

  #readShingles(count: number): void {
    const { hashes, kinds } = this.#tokens;
    this.#clear();
    let before = 0;
    let last = 0;
    for (let i = 0; i < count && this.shingleCount < SHINGLE_LIMIT; i += 1) {
      const hash = hashes[i] ?? 0;
      if (!isWord(kinds[i] ?? 0) || isDateWord(hash)) continue;
      this.#keep(mixed(Math.imul(before, 0x2c1b3c6d) ^ Math.imul(last, 0x297a2d39) ^ hash));
      const word = shortHash(hash);
      this.words[this.wordCount] = word; // overwritten by the next one unless it is new: no jump to mispredict
      this.wordCount += this.wordSet.addedOf(word);
      before = last;
      last = hash;
    }
  }

  #clear(): void {
    this.shingleCount = this.wordCount = 0;
    this.shingleSet.clear();
    this.wordSet.clear();
    this.bins.fill(EMPTY);
  }

  #keep(hash: number): void {
    const shingle = hash >>> 16;
    if (!this.shingleSet.add(shingle)) return;
    this.shingles[this.shingleCount] = shingle;
    this.shingleCount += 1;
    const bin = hash & (BINS - 1);
    if (hash < (this.bins[bin] ?? 0)) this.bins[bin] = hash;
  }

  /** A bin that no shingle fell into takes the value of the next one that has one (Shrivastava & Li 2014). */
  #fillBins(): void {
    if (this.shingleCount === 0) return;
    const own = this.bins.slice();
    for (let bin = 0; bin < BINS; bin += 1) {
      let steps = 0;
      while (own[(bin + steps) % BINS] === EMPTY) steps += 1;
      if (steps > 0) this.bins[bin] = mixed((own[(bin + steps) % BINS] ?? 0) + Math.imul(steps, 0x9e3779b9));
    }
  }
}
