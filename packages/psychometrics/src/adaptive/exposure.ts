import { type Rng, seededRng } from '@cairn/kernel';
import type { AdaptiveLog, ExposureControl } from './adaptive-test.ts';
import type { PreparedTest } from './prepare.ts';
import type { Progress } from './progress.ts';

/** The cell of ability that `theta` lies in. */
export const cellOf = (thetaEdges: readonly number[], theta: number): number =>
  thetaEdges.filter((edge) => theta >= edge).length;

/**
 * Which unused items this person may see: 1 or 0. One number a person and restricted item, drawn in the order of the bank
 * from the seed of the test, is compared with the item's probability in the cell of the estimate, so that an item set
 * aside once stays so while the estimate stays in its cell, and a resumed test sets aside the same ones.
 */
export function eligibleItems(
  test: PreparedTest,
  { isGiven, belief }: Progress,
  seed: AdaptiveLog['seed'],
): Uint8Array {
  const eligible = new Uint8Array(isGiven.length);
  for (let j = 0; j < eligible.length; j += 1) eligible[j] = 1 - (isGiven[j] ?? 0);
  const { exposure } = test.definition;
  if (exposure?.kind !== 'eligibility' || test.control === undefined) return eligible;
  const cell = cellOf(exposure.thetaEdges, belief.theta);
  const rng = seededRng(`${seed}:eligibility`);
  for (const { index, probabilities } of test.control.restricted) {
    if (rng.next() >= (probabilities[cell] ?? 1)) eligible[index] = 0;
  }
  return eligible;
}

/** How far a test has come, 0 to 1: by length or, if that is further, by the precision that ends it. */
function progressShare({ definition, fullLength }: PreparedTest, { answers, belief }: Progress): number {
  const { standardError } = definition.stopping;
  const byLength = answers.length / Math.max(1, fullLength - 1);
  const byPrecision = standardError === undefined || answers.length === 0 ? 0 : standardError ** 2 / belief.variance;
  return Math.min(1, Math.max(byLength, byPrecision));
}

/** Draws that one step makes: a stream of its own, so that a step repeats whatever came before it. */
export const stepRng = (seed: AdaptiveLog['seed'], { answers }: Progress): Rng =>
  seededRng(`${seed}:step ${answers.length}`);

function pricedValues(values: Float64Array, prices: Float64Array): Float64Array {
  const worth = new Float64Array(values.length);
  for (let j = 0; j < worth.length; j += 1) worth[j] = (values[j] ?? 0) / (1 + (prices[j] ?? 0));
  return worth;
}

/** The worth of the items at their price, or blended with chance; controls that know neither leave it as it is. */
export function blendedValues(
  test: PreparedTest,
  progress: Progress,
  values: Float64Array,
  eligible: Uint8Array,
  rng: Rng,
): Float64Array {
  if (test.control) return pricedValues(values, test.control.prices);
  const { exposure } = test.definition;
  if (exposure?.kind !== 'progressive') return values;
  const share = progressShare(test, progress) ** (1 + exposure.acceleration);
  const most = values.reduce((peak, value, j) => (eligible[j] === 1 ? Math.max(peak, value) : peak), 0);
  return values.map((value) => share * value + (1 - share) * most * rng.next());
}

/** A uniform number in [−1, 1) times this has standard deviation 1. */
const UNIT_SPREAD = Math.sqrt(3);

/** The best item after each one's worth was varied by chance. */
function jitteredDraw(ranked: readonly number[], values: Float64Array, spread: number, rng: Rng): number {
  if (!(spread > 0)) return 0;
  const worth = ranked.map((j) => (values[j] ?? 0) * (1 + spread * UNIT_SPREAD * (2 * rng.next() - 1)));
  return worth.indexOf(Math.max(...worth));
}

/** An item by chance, with probability ∝ its worth^power. */
function proportionalDraw(ranked: readonly number[], values: Float64Array, power: number, rng: Rng): number {
  const most = Math.max(values[ranked[0] ?? 0] ?? 0, Number.MIN_VALUE);
  const weights = ranked.map((j) => (Math.max(0, values[j] ?? 0) / most) ** power);
  let point = rng.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = weights.findIndex((weight) => {
    point -= weight;
    return point < 0;
  });
  return Math.max(0, drawn);
}

/** Place of the chosen item in `ranked` (best first), and how many the draw was among. */
export function draw(
  test: PreparedTest,
  progress: Progress,
  ranked: readonly number[],
  values: Float64Array,
  rng: Rng,
): { readonly place: number; readonly drawnFrom: number } {
  const exposure: ExposureControl = test.definition.exposure ?? { kind: 'none' };
  switch (exposure.kind) {
    case 'none':
    case 'progressive':
      return { place: 0, drawnFrom: 1 };
    case 'eligibility': {
      const spread = (exposure.randomness ?? 0) * (1 - progressShare(test, progress));
      return { place: jitteredDraw(ranked, values, spread, rng), drawnFrom: spread > 0 ? ranked.length : 1 };
    }
    case 'randomesque': {
      const drawnFrom = Math.min(exposure.best, ranked.length);
      return { place: rng.below(drawnFrom), drawnFrom };
    }
    case 'proportional': {
      const power = test.fullLength * progressShare(test, progress) ** (1 + exposure.acceleration);
      return { place: proportionalDraw(ranked, values, power, rng), drawnFrom: ranked.length };
    }
  }
}
