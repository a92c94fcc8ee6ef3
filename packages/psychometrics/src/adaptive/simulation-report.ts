import type { Rng } from '@cairn/kernel';
import type { StopReason } from './adaptive-test.ts';
import type { PreparedTest } from './prepare.ts';
import { type Sitting, simulateSitting } from './simulate.ts';

/** Errors of the estimate over some persons: bias and root mean square error in logits, and mean test length. */
export type Recovery = {
  readonly persons: number;
  readonly meanItems: number;
  readonly meanSe: number;
  readonly bias: number;
  readonly rmse: number;
};

/** How often items were seen, as shares of the persons. */
export type ExposureReport = {
  readonly maximum: number;
  readonly mean: number;
  /** One entry an item, in the order of the bank. */
  readonly perItem: readonly number[];
  readonly limit: number;
  /** Share of the items that more than `limit` of the persons saw. */
  readonly aboveLimit: number;
  /** Items that nobody saw, as a share of the bank. */
  readonly unused: number;
  /** Mean share of a test that two persons have in common. */
  readonly overlap: number;
};

export type SimulationReport = Recovery & {
  readonly exposure: ExposureReport;
  /** The persons by true ability: lower end of the cell included, upper end not. */
  readonly byAbility: readonly (Recovery & { readonly from: number; readonly to: number })[];
  readonly stops: Readonly<Partial<Record<StopReason['code'], number>>>;
  /** Share of the persons whose side of the cut the estimate got right. */
  readonly correctSide: number;
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function recoveryOf(sittings: readonly Sitting[]): Recovery {
  const errors = sittings.map(({ ability, known }) => known.theta - ability);
  return {
    persons: sittings.length,
    meanItems: mean(sittings.map(({ answers }) => answers.length)),
    meanSe: mean(sittings.map(({ known }) => known.standardError)),
    bias: mean(errors),
    rmse: Math.sqrt(mean(errors.map((error) => error ** 2))),
  };
}

/** How many of the sittings gave each item. */
export function timesGiven(test: PreparedTest, sittings: readonly Sitting[]): number[] {
  const counts = test.definition.items.map(() => 0);
  for (const { answers } of sittings)
    for (const { itemId } of answers) {
      const index = test.indexOf.get(itemId) ?? 0;
      counts[index] = (counts[index] ?? 0) + 1;
    }
  return counts;
}

/** Two persons have Σ c(c − 1) / (n(n − 1)) items in common on average. */
function overlapOf(counts: readonly number[], persons: number, meanItems: number): number {
  const pairs = counts.reduce((sum, count) => sum + count * (count - 1), 0);
  return persons > 1 && meanItems > 0 ? pairs / (persons * (persons - 1) * meanItems) : 0;
}

function exposureOf(test: PreparedTest, sittings: readonly Sitting[], limit: number): ExposureReport {
  const counts = timesGiven(test, sittings);
  const perItem = counts.map((count) => count / Math.max(1, sittings.length));
  return {
    maximum: Math.max(...perItem),
    mean: mean(perItem),
    perItem,
    limit,
    aboveLimit: mean(perItem.map((share) => (share > limit ? 1 : 0))),
    unused: mean(perItem.map((share) => (share === 0 ? 1 : 0))),
    overlap: overlapOf(counts, sittings.length, mean(sittings.map(({ answers }) => answers.length))),
  };
}

/** Ends of the cells of true ability: half a logit each from −2.5 to 2.5, and the tails. */
const CELL_EDGES = [-2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5];

function byAbility(sittings: readonly Sitting[]): SimulationReport['byAbility'] {
  const edges = [Number.NEGATIVE_INFINITY, ...CELL_EDGES, Number.POSITIVE_INFINITY];
  return edges.slice(0, -1).flatMap((from, i) => {
    const to = edges[i + 1] ?? Number.POSITIVE_INFINITY;
    const cell = sittings.filter(({ ability }) => ability >= from && ability < to);
    return cell.length > 0 ? [{ from, to, ...recoveryOf(cell) }] : [];
  });
}

function stopsOf(sittings: readonly Sitting[]): SimulationReport['stops'] {
  const counts: Partial<Record<StopReason['code'], number>> = {};
  for (const { reason } of sittings) counts[reason.code] = (counts[reason.code] ?? 0) + 1;
  return counts;
}

/** Abilities of simulated persons, standard normal. */
export const normalAbilities = (persons: number, rng: Rng): number[] =>
  Array.from({ length: persons }, () => rng.normal());

/**
 * What a test does to persons of known ability: how many items it takes, how far off it is, whom it shows what.
 *
 * @param abilities  true abilities in logits, one a person
 * @param rng        each person takes a seed from it
 * @param limit      share of the persons above which an item counts as overexposed
 * @throws           RangeError without persons
 */
export function simulateAdaptive(
  test: PreparedTest,
  {
    abilities,
    rng,
    limit = 0.25,
  }: { readonly abilities: readonly number[]; readonly rng: Rng; readonly limit?: number },
): SimulationReport {
  if (abilities.length === 0) throw new RangeError('a simulation needs at least one person');
  const sittings = abilities.map((ability, i) => simulateSitting(test, ability, `${rng.below(2 ** 32)}:${i}`));
  const cut = sittings[0]?.known.cut ?? 0;
  return {
    ...recoveryOf(sittings),
    exposure: exposureOf(test, sittings, limit),
    byAbility: byAbility(sittings),
    stops: stopsOf(sittings),
    correctSide: mean(sittings.map(({ ability, known }) => (ability >= cut === known.theta >= cut ? 1 : 0))),
  };
}
