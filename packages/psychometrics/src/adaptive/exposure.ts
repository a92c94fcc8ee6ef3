import { type Rng, seededRng } from '@cairn/kernel';
import type { AdaptiveLog, ExposureControl } from './adaptive-test.ts';
import type { PreparedTest } from './prepare.ts';
import type { Progress } from './progress.ts';

/** The cell of ability that `theta` lies in. */
export const cellOf = (thetaEdges: readonly number[], theta: number): number =>
  thetaEdges.filter((edge) => theta >= edge).length;

/**
 * Which unused items this person may see: 1 or 0. One number a person and item, drawn in the order of the bank from the
 * seed of the test, is compared with the item's probability in the cell of the estimate, so that an item set aside once
 * stays so while the estimate stays in its cell, and a resumed test sets aside the same ones.
 */
export function eligibleItems(
  test: PreparedTest,
  { isGiven, belief }: Progress,
  seed: AdaptiveLog['seed'],
): Uint8Array {
  const eligible = isGiven.map((given) => 1 - given);
  const { definition, eligibility } = test;
  if (definition.exposure?.kind !== 'eligibility' || eligibility === undefined) return eligible;
  const row = cellOf(definition.exposure.thetaEdges, belief.theta) * eligible.length;
  const rng = seededRng(`${seed}:eligibility`);
  for (let j = 0; j < eligible.length; j += 1) {
    if (rng.next() >= (eligibility[row + j] ?? 1)) eligible[j] = 0;
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

/** A uniform number in [−1, 1) has this standard deviation when multiplied by it: 1. */
const UNIT_SPREAD = Math.sqrt(3);

function pricedValues(test: PreparedTest, values: Float64Array, spread: number, rng: Rng): Float64Array {
  const worth = Float64Array.from(values);
  const { prices } = test;
  for (let j = 0; j < worth.length; j += 1) {
    const chance = spread > 0 ? 1 + spread * UNIT_SPREAD * (2 * rng.next() - 1) : 1;
    worth[j] = ((worth[j] ?? 0) * chance) / (1 + (prices?.[j] ?? 0));
  }
  return worth;
}

/** Blends the worth of the items with prices and chance; controls that know neither leave it as it is. */
export function blendedValues(
  test: PreparedTest,
  progress: Progress,
  values: Float64Array,
  eligible: Uint8Array,
  rng: Rng,
): Float64Array {
  const { exposure } = test.definition;
  if (exposure?.kind === 'eligibility')
    return pricedValues(test, values, (exposure.randomness ?? 0) * (1 - progressShare(test, progress)), rng);
  if (exposure?.kind !== 'progressive') return values;
  const share = progressShare(test, progress) ** (1 + exposure.acceleration);
  const most = values.reduce((peak, value, j) => (eligible[j] === 1 ? Math.max(peak, value) : peak), 0);
  return values.map((value) => share * value + (1 - share) * most * rng.next());
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
    case 'eligibility':
    case 'progressive':
      return { place: 0, drawnFrom: 1 };
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
