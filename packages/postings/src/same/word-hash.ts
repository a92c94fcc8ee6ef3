import { hashOf } from '../text/words.ts';

/** The end of MurmurHash3 (Appleby): every bit of the input moves every bit of the output. */
export function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The 16 bits by which a word is kept: both halves of its hash folded into one. */
export const shortHash = (hash: number) => (hash ^ (hash >>> 16)) & 0xffff;

const MONTHS = 'january february march april may june july august september october november december';
const SHORT_DATES = 'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun';
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday';
const ORDINALS =
  '1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th 20th 21st 22nd 23rd 24th 25th 26th 27th 28th 29th 30th 31st';

const DATE_WORDS: ReadonlySet<number> = new Set(
  `${MONTHS} ${SHORT_DATES} ${WEEKDAYS} ${ORDINALS}`.split(' ').map(hashOf),
);
/** Asked of every word: 12 bits of the hash say no to 98 of 100 before the set is looked at. */
const FILTER_BITS = 20;
const MAY_BE_DATE = new Uint8Array(4_096);
for (const hash of DATE_WORDS) MAY_BE_DATE[hash >>> FILTER_BITS] = 1;

/** Words of dates: the same job, posted again on another day, differs in them. */
export const isDateWord = (hash: number) => MAY_BE_DATE[hash >>> FILTER_BITS] === 1 && DATE_WORDS.has(hash);

const ROLES = 'engineer developer scientist analyst architect manager consultant researcher administrator designer';
const LEVELS = 'intern junior senior principal ii iii iv';
/** Words that make another job of a posting when only one of two has them, as 16-bit hashes. */
export const DECISIVE_WORDS: readonly number[] = `${ROLES} ${LEVELS}`.split(' ').map((word) => shortHash(hashOf(word)));
