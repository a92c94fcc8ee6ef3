export const BEGIN = {
  /** For each rank from the first, whether the result is relevant. */
  marks: [true, false, true, false, false, true, false, false, true, false],
  /** Relevant documents that the search did not return at all. */
  missed: 2,
  /** Results that are looked at. */
  k: 5,
};
export type Setting = typeof BEGIN;

export type RankedMetrics = {
  /** Share of the first k that is relevant. */
  readonly precision: number;
  /** Share of all relevant documents that stands in the first k; 0 where there is none. */
  readonly recall: number;
  /** 1 / rank of the first relevant result within k; 0 where there is none. */
  readonly reciprocalRank: number;
  /** Discounted gain against the best possible order, binary relevance, log2(rank + 1). */
  readonly ndcg: number;
  readonly found: number;
  readonly relevant: number;
};

/**
 * Metrics of one ranked list at k.
 *
 * @see Järvelin & Kekäläinen (2002), ACM TOIS 20(4), 422–446, for nDCG
 */
export function metricsAt({ marks, missed }: Pick<Setting, 'marks' | 'missed'>, k: number): RankedMetrics {
  const top = marks.slice(0, k);
  const found = top.filter(Boolean).length;
  const relevant = marks.filter(Boolean).length + missed;
  const first = top.indexOf(true);
  const ideal = discounted(Array.from({ length: Math.min(k, relevant) }, () => true));
  return {
    precision: found / k,
    recall: relevant === 0 ? 0 : found / relevant,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    ndcg: ideal === 0 ? 0 : discounted(top) / ideal,
    found,
    relevant,
  };
}

const discounted = (marks: readonly boolean[]): number =>
  marks.reduce((sum, isRelevant, index) => sum + (isRelevant ? 1 / Math.log2(index + 2) : 0), 0);

/** The same list with the relevant results first: what a perfect re-ranker makes of it. */
export const reranked = (marks: readonly boolean[]): boolean[] => [...marks].sort((a, b) => Number(b) - Number(a));
