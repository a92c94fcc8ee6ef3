import type { TrainingItem } from '@cairn/scheduling';

/**
 * The only file that knows the FSRS optimizer, a native module that is there on the usual platforms and optional
 * everywhere: without it everybody keeps the weights of many learners. It works on threads of its own.
 *
 * @returns 21 weights, or undefined where it is not installed or finds nothing to fit
 */
export async function fitWeights(items: readonly TrainingItem[]): Promise<number[] | undefined> {
  const binding = await import('@open-spaced-repetition/binding').catch(() => undefined);
  if (binding === undefined) return undefined;
  const { FSRSBindingItem, FSRSBindingReview, computeParameters } = binding;
  const set = items.map(
    (item) => new FSRSBindingItem(item.map(({ rating, deltaT }) => new FSRSBindingReview(rating, deltaT))),
  );
  const weights = await computeParameters(set, { enableShortTerm: true, numRelearningSteps: 1 });
  return weights.length === 21 && weights.every(Number.isFinite) ? [...weights] : undefined;
}
