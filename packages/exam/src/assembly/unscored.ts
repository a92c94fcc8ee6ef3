import type { Rng } from '@cairn/kernel';
import { type Candidate, isComposite } from './candidate.ts';
import type { Quota } from './quota.ts';

/** Takes `count` candidates, each from the task that has most left, so that scored ones still spread over the tasks. */
function takeFromFullest(candidates: readonly Candidate[], count: number): Candidate[] {
  const left = [...candidates];
  return Array.from({ length: Math.min(count, left.length) }).flatMap(() => {
    const sizeOf = (task: string | undefined) => left.filter(({ tasks }) => tasks[0] === task).length;
    const fullest = left.reduce((best, one) => (sizeOf(one.tasks[0]) > sizeOf(best.tasks[0]) ? one : best));
    return left.splice(left.indexOf(fullest), 1);
  });
}

/**
 * Ids of the items that do not count: per domain what its quota leaves beyond the scored ones, so that the scored ones
 * keep the weights. Never part of a composite: its questions count together.
 */
export function drawUnscored(candidates: readonly Candidate[], quotas: readonly Quota[], rng: Rng): Set<string> {
  const simple = rng.shuffle(candidates.filter((one) => !isComposite(one)));
  const drawn = quotas.flatMap(({ domain, questions, scored }) =>
    takeFromFullest(
      simple.filter(({ domains }) => domains[0] === domain.number),
      questions - scored,
    ),
  );
  return new Set(drawn.map(({ item }) => item.id));
}
