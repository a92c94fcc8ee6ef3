import type { DifStudy } from './study.ts';

/** Detection repeated until the items that show DIF no longer count in the matching score. */
export type Purified<Result> = {
  readonly results: Result[];
  /** Indices of the items that were detected in the last round, rising. */
  readonly detected: readonly number[];
  readonly rounds: number;
  /** False if the rounds ran out, which happens when two sets of items take turns. */
  readonly converged: boolean;
};

const sameSet = (left: readonly number[], right: readonly number[]): boolean =>
  left.length === right.length && left.every((item, i) => item === right[i]);

/**
 * Purifies the matching score: items that show DIF are left out of the anchors, and all items are tested again, until the
 * same items are found twice. Anchors given in the study are the only candidates. If every anchor would fall, the
 * round before is kept: there is nothing left to match by.
 *
 * @param detect  one of the matched tests, such as `mantelHaenszelDif`
 * @param hasDif  says which of its results count as DIF
 * @param rounds  the most repetitions
 * @throws        RangeError as `detect` does, or if the study matches by given scores instead of a sum
 * @see           Candell & Drasgow (1988), Applied Psychological Measurement 12, 253–260
 */
export function purifiedDif<Result extends { readonly item: number }>(
  study: DifStudy,
  detect: (study: DifStudy) => Result[],
  hasDif: (result: Result) => boolean,
  rounds = 10,
): Purified<Result> {
  if (study.matching !== undefined) {
    throw new RangeError(
      'matching scores that are given cannot be purified; leave them out to match by sums of scores',
    );
  }
  const candidates = study.anchors ?? Array.from({ length: study.responses.items }, (_, item) => item);
  const detectedIn = (results: readonly Result[]) => results.filter(hasDif).map(({ item }) => item);
  let results = detect(study);
  let detected = detectedIn(results);
  for (let round = 1; round < rounds; round += 1) {
    const anchors = candidates.filter((item) => !detected.includes(item));
    if (anchors.length === 0) return { results, detected, rounds: round, converged: false };
    const next = detect({ ...study, anchors });
    const found = detectedIn(next);
    results = next;
    if (sameSet(found, detected)) return { results, detected, rounds: round + 1, converged: true };
    detected = found;
  }
  return { results, detected, rounds, converged: false };
}
