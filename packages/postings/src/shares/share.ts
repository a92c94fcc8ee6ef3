import { betaQuantile, incompleteBeta } from './incomplete-beta.ts';

/** A share of `of` postings, in [0, 1], with the ends of its interval. */
export type Share = {
  readonly count: number;
  readonly of: number;
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
};

/** Below this many, a share is a hint and every text says so. */
export const FEW = 20;
/** Jeffreys' prior for a share, Beta(½, ½). */
const PRIOR = 0.5;

/**
 * Jeffreys' interval of a share: the middle of the posterior Beta(count + ½, of − count + ½), closed at 0 and 1 where
 * none or all of them count.
 *
 * @param count    may be fractional, where points are parts of questions
 * @param coverage of the interval; the default is 95 %
 * @returns        undefined for a share of nothing
 * @throws         RangeError unless 0 ≤ count ≤ of
 * @see            Brown, Cai & DasGupta (2001), Statistical Science 16(2), 101–133
 */
export function shareOf(count: number, of: number, coverage = 0.95): Share | undefined {
  if (!(count >= 0 && count <= of)) throw new RangeError(`${count} of ${of} is no share`);
  if (of === 0) return undefined;
  const tail = (1 - coverage) / 2;
  const quantile = (probability: number) => betaQuantile(probability, count + PRIOR, of - count + PRIOR);
  return {
    count,
    of,
    low: count === 0 ? 0 : quantile(tail),
    estimate: count / of,
    high: count === of ? 1 : quantile(1 - tail),
  };
}

/**
 * The chance that one name is asked for more often than another, from postings that may ask for both. Postings that
 * name both or neither say nothing about it; the others are the trials of a Beta posterior with Jeffreys' prior.
 *
 * @param onlyFirst  postings that name the first and not the second
 * @param onlySecond postings that name the second and not the first
 */
export function chanceOfMore(onlyFirst: number, onlySecond: number): number {
  return 1 - incompleteBeta(0.5, onlyFirst + PRIOR, onlySecond + PRIOR);
}
