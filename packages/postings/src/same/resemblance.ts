import { HashSet } from './hash-set.ts';
import { DECISIVE_WORDS, mixed } from './word-hash.ts';

/** Jaccard: shingles in both of those in either. A shingle is three words in a row. */
const NEAR = 0.85;
/** Enough where hardly a word is new: a short posting that names its city four times in 130 words has 0.75. */
const NEAR_IN_OTHER_WORDS = 0.7;
const OTHER_WORDS = 5;
/**
 * Two jobs of one company may share nine tenths of their text; what differs then stands in one piece, the job. The same
 * job in another city differs in a few words here and there. A piece is 40 shingles of which 32 are not in the other.
 */
const PIECE = 40;
const REPLACED = 32;
/** A text of fewer shingles (about a dozen words) is a duplicate only if it is the same. */
const TOO_SHORT = 12;

/**
 * The shingles of a text, each once, in its order, as 16 bits of their hashes: two different ones of two texts of 600
 * are taken for one another in 1 % of the cases, far below what decides.
 */
class Shingles {
  count = 0;
  list = new Uint16Array(4_096);
  readonly set = new HashSet();
  readonly words = new HashSet();

  read(words: Uint16Array): void {
    if (this.list.length < words.length) this.list = new Uint16Array(words.length);
    this.set.clear();
    this.words.clear();
    this.count = 0;
    let [before, last] = [0, 0];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? 0;
      this.words.add(word);
      const shingle = mixed(Math.imul(before, 0x2c1b3c6d) ^ Math.imul(last, 0x297a2d39) ^ word) >>> 16;
      this.list[this.count] = shingle; // overwritten by the next one unless it is new: no jump to mispredict
      this.count += this.set.addedOf(shingle);
      before = last;
      last = word;
    }
  }
}

/** The most shingles that another text does not hold within a stretch of PIECE. */
function longestReplacement({ list, count }: Shingles, other: HashSet): number {
  let absent = 0;
  let most = 0;
  const isAbsent = new Uint8Array(PIECE);
  for (let i = 0; i < count; i += 1) {
    absent -= isAbsent[i % PIECE] ?? 0;
    isAbsent[i % PIECE] = other.has(list[i] ?? 0) ? 0 : 1;
    absent += isAbsent[i % PIECE] ?? 0;
    most = Math.max(most, absent);
  }
  return most;
}

/** How many different words of a text another one has not. */
function wordsMissing(words: Uint16Array, other: HashSet, counted: HashSet): number {
  counted.clear();
  let missing = 0;
  for (const word of words) if (!other.has(word)) missing += counted.addedOf(word);
  return missing;
}

/** Tells whether two postings are of the same job, by their words (see `Fingerprint`). */
export class Resemblance {
  #words: Uint16Array = new Uint16Array(0);
  readonly #here = new Shingles();
  readonly #there = new Shingles();
  readonly #scratch = new HashSet();

  /** The text that the following questions are about. */
  ask(words: Uint16Array): void {
    this.#words = words;
    this.#here.read(words);
  }

  isNear(earlier: Uint16Array): boolean {
    const words = this.#words;
    if (Math.min(words.length, earlier.length) < NEAR_IN_OTHER_WORDS * Math.max(words.length, earlier.length) * ROUGH)
      return false;
    this.#there.read(earlier);
    const [here, there] = [this.#here, this.#there];
    const fewer = Math.min(here.count, there.count);
    if (fewer < TOO_SHORT || fewer < NEAR_IN_OTHER_WORDS * Math.max(here.count, there.count)) return false;
    const both = shared(here, there);
    const jaccard = both / (here.count + there.count - both);
    return (
      jaccard >= NEAR_IN_OTHER_WORDS &&
      this.#haveAlikeWords(earlier, jaccard >= NEAR ? Number.POSITIVE_INFINITY : OTHER_WORDS) &&
      (fewer - both < REPLACED || !hasAnotherPiece(here, there))
    );
  }

  #haveAlikeWords(earlier: Uint16Array, limit: number): boolean {
    const [here, there] = [this.#here.words, this.#there.words];
    if (DECISIVE_WORDS.some((word) => here.has(word) !== there.has(word))) return false;
    return (
      wordsMissing(earlier, here, this.#scratch) <= limit && wordsMissing(this.#words, there, this.#scratch) <= limit
    );
  }
}

/** Lengths in words tell of those in shingles only roughly, for shingles are counted once. */
const ROUGH = 0.8;

/** Stops, with fewer, when too many are missing for any likeness: most candidates are turned away early. */
function shared(here: Shingles, there: Shingles): number {
  const most = there.count - (NEAR_IN_OTHER_WORDS / (1 + NEAR_IN_OTHER_WORDS)) * (here.count + there.count);
  let missing = 0;
  let at = 0;
  for (; at < there.count && missing <= most; at += 1) missing += here.set.has(there.list[at] ?? 0) ? 0 : 1;
  return at - missing;
}

function hasAnotherPiece(here: Shingles, there: Shingles): boolean {
  return longestReplacement(there, here.set) >= REPLACED && longestReplacement(here, there.set) >= REPLACED;
}
