import type { Fingerprint } from './fingerprint.ts';
import { HashSet } from './hash-set.ts';
import { DECISIVE_WORDS } from './word-hash.ts';

/** What is kept of an earlier text: its shingles and its words in their order, each once. */
export type KeptText = { readonly shingles: Uint16Array; readonly words: Uint16Array };

/** Jaccard: shingles in both of those in either. */
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

/** The most shingles that another text does not hold within a stretch of PIECE. */
function longestReplacement(shingles: Uint16Array, other: HashSet): number {
  let absent = 0;
  let most = 0;
  const isAbsent = new Uint8Array(PIECE);
  for (let i = 0; i < shingles.length; i += 1) {
    absent -= isAbsent[i % PIECE] ?? 0;
    isAbsent[i % PIECE] = other.has(shingles[i] ?? 0) ? 0 : 1;
    absent += isAbsent[i % PIECE] ?? 0;
    most = Math.max(most, absent);
  }
  return most;
}

function fill(set: HashSet, hashes: Uint16Array): HashSet {
  set.clear();
  for (const hash of hashes) set.add(hash);
  return set;
}

const wordsMissing = (words: Uint16Array, other: HashSet) =>
  words.reduce((n, word) => n + (other.has(word) ? 0 : 1), 0);

/** Tells whether two postings are of the same job. */
export class Resemblance {
  readonly #scratch = new HashSet();

  isNear(text: Fingerprint, earlier: KeptText): boolean {
    const [here, there] = [text.shingleCount, earlier.shingles.length];
    const fewer = Math.min(here, there);
    if (fewer < TOO_SHORT || fewer < NEAR_IN_OTHER_WORDS * Math.max(here, there)) return false;
    let both = 0;
    for (const shingle of earlier.shingles) if (text.shingleSet.has(shingle)) both += 1;
    const jaccard = both / (here + there - both);
    return (
      jaccard >= NEAR_IN_OTHER_WORDS &&
      this.#haveAlikeWords(text, earlier.words, jaccard >= NEAR ? Number.POSITIVE_INFINITY : OTHER_WORDS) &&
      (fewer - both < REPLACED || !this.#hasAnotherPiece(text, earlier.shingles))
    );
  }

  #haveAlikeWords(text: Fingerprint, earlier: Uint16Array, limit: number): boolean {
    const there = fill(this.#scratch, earlier);
    const here = text.wordSet;
    if (DECISIVE_WORDS.some((word) => here.has(word) !== there.has(word))) return false;
    return wordsMissing(earlier, here) <= limit && wordsMissing(text.words.subarray(0, text.wordCount), there) <= limit;
  }

  #hasAnotherPiece(text: Fingerprint, earlier: Uint16Array): boolean {
    if (longestReplacement(earlier, text.shingleSet) < REPLACED) return false;
    const shingles = text.shingles.subarray(0, text.shingleCount);
    return longestReplacement(shingles, fill(this.#scratch, earlier)) >= REPLACED;
  }
}
