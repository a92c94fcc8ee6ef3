import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';

export type CollapsedResponses = {
  readonly responses: Responses;
  /** One an item: the old scores that the new scores 0, 1, … stand for. */
  readonly scoresOf: readonly (readonly number[])[];
  /** Indices of the items where a score was skipped. */
  readonly collapsed: readonly number[];
};

/**
 * Renumbers the scores of each item so that none between 0 and its highest is without an answer. Beside an empty category
 * the thresholds of a partial credit item run away, those of a graded item fall together, and their standard errors mean
 * nothing.
 */
export function collapseEmptyCategories(responses: Responses): CollapsedResponses {
  const { persons, items, scores } = responses;
  const occurs = Array.from({ length: items }, () => new Set<number>());
  for (let at = 0; at < persons * items; at += 1) {
    if (scores[at] !== NOT_PRESENTED) occurs[at % items]?.add(Number(scores[at]));
  }
  const scoresOf = occurs.map((values) => [...values].sort((left, right) => left - right));
  // A single score stays what it is: that the item is constant, and at which end, is worth knowing.
  const renumbered = scoresOf.map((values) =>
    values.length < 2 ? values.map((v) => [v, v]) : values.map((v, k) => [v, k]),
  );
  const newScores = renumbered.map((pairs) => new Map(pairs.map(([from = 0, to = 0]) => [from, to])));
  const collapsed = newScores.flatMap((map, item) => ([...map].some(([from, to]) => from !== to) ? [item] : []));
  if (collapsed.length === 0) return { responses, scoresOf, collapsed };
  const packed = scores.map((score, at) => newScores[at % items]?.get(score) ?? NOT_PRESENTED);
  return { responses: { ...responses, scores: packed }, scoresOf, collapsed };
}
