import type { Rng } from '@cairn/kernel';
import type { AdaptiveDefinition, ExposureControl } from './adaptive-test.ts';
import { cellOf } from './exposure.ts';
import { getPreparedTest, type PreparedTest, withExposure } from './prepare.ts';
import { type Sitting, simulateSitting } from './simulate.ts';

type Eligibility = Extract<ExposureControl, { readonly kind: 'eligibility' }>;

export type ExposureCalibration = {
  /** The largest share of persons that may see an item, in (0, 1]. */
  readonly limit: number;
  /** Limits between cells of ability, in logits: the limit then holds among the persons of each cell. */
  readonly thetaEdges?: readonly number[];
  /** Simulated persons for the prices, and again for each of the rounds of eligibility. */
  readonly persons: number;
  readonly rounds: number;
  /** Abilities are standard normal. */
  readonly rng: Rng;
};

/** Costs nothing in length (17.5 items with and without it on 1,000 items), and opens the first steps to many items. */
const RANDOMNESS = 0.1;

/** The first price of an item that one person too many saw, and the person at whom steps have halved. */
const FIRST_STEP = 0.05;
const HALF_STEP_AT = 500;

const simulated = (test: PreparedTest, rng: Rng): Sitting => simulateSitting(test, rng.normal(), rng.below(2 ** 32));

/**
 * Prices by stochastic ascent on the dual of "most information with no item above its limit": after each person a price
 * rises if the item was given and falls by the share that may see it if not.
 */
function learnPrices(test: PreparedTest, { limit, persons, rng }: ExposureCalibration): Record<string, number> {
  const prices = new Float64Array(test.definition.items.length);
  const market = { ...test, control: { restricted: [], prices } };
  for (let person = 0; person < persons; person += 1) {
    const step = FIRST_STEP / (1 + person / HALF_STEP_AT);
    const { answers } = simulated(market, rng);
    for (const { itemId } of answers) {
      const index = test.indexOf.get(itemId) ?? 0;
      prices[index] = (prices[index] ?? 0) + step;
    }
    for (let j = 0; j < prices.length; j += 1) prices[j] = Math.max(0, (prices[j] ?? 0) - step * limit);
  }
  return Object.fromEntries(
    test.definition.items.map(({ id }, j) => [id, prices[j] ?? 0]).filter(([, price]) => price !== 0),
  );
}

/** Of one cell of ability and each item: to how many persons it was open (in probability), and how many saw it. */
type Demand = { readonly open: Float64Array; readonly given: Float64Array };

/** What earlier rounds saw counts half as much with each round: their persons met other probabilities. */
const MEMORY = 0.5;

/** Adds a round: persons fall into the cell of their final estimate. */
function remember(
  demands: readonly Demand[],
  test: PreparedTest,
  control: Eligibility,
  sittings: readonly Sitting[],
): void {
  const { items } = test.definition;
  demands.forEach(({ open, given }, cell) => {
    const here = sittings.filter(({ known }) => cellOf(control.thetaEdges, known.theta) === cell);
    items.forEach(({ id }, j) => {
      open[j] = MEMORY * (open[j] ?? 0) + here.length * (control.probabilities[id]?.[cell] ?? 1);
      given[j] = MEMORY * (given[j] ?? 0);
    });
    for (const { itemId } of here.flatMap(({ answers }) => answers)) {
      const index = test.indexOf.get(itemId) ?? 0;
      given[index] = (given[index] ?? 0) + 1;
    }
  });
}

/** An item that a share r of the persons would see if it were open to all may be open to limit / r of them. */
function probabilitiesFor({ definition }: PreparedTest, demands: readonly Demand[], limit: number) {
  const probabilities: Record<string, readonly number[]> = {};
  definition.items.forEach(({ id }, j) => {
    const row = demands.map(({ open, given }) => {
      const seen = given[j] ?? 0;
      return seen > 0 ? Math.min(1, (limit * (open[j] ?? 0)) / seen) : 1;
    });
    if (row.some((probability) => probability < 1)) probabilities[id] = row;
  });
  return probabilities;
}

/**
 * Exposure control by simulation, in two parts. Prices spread the items in demand over the persons about whom they tell
 * most. What prices leave above the limit is cut by eligibility: each round simulates persons and lowers or raises the
 * probabilities (Sympson & Hetter 1985, in the form of van der Linden & Veldkamp 2004). The limit is met up to chance:
 * aim below the one that must hold.
 *
 * @throws RangeError if the definition is impossible or the limit does not lie in (0, 1]
 */
export function calibrateExposure(definition: AdaptiveDefinition, calibration: ExposureCalibration): Eligibility {
  const { limit, thetaEdges = [], persons, rounds, rng } = calibration;
  if (!(limit > 0 && limit <= 1)) throw new RangeError(`an exposure limit of ${limit} does not lie in (0, 1]`);
  const size = definition.items.length;
  const demands = [...thetaEdges, 0].map(() => ({ open: new Float64Array(size), given: new Float64Array(size) }));
  let control: Eligibility = { kind: 'eligibility', thetaEdges, probabilities: {}, randomness: RANDOMNESS };
  let test = getPreparedTest({ ...definition, exposure: control });
  control = { ...control, prices: learnPrices(test, calibration) };
  for (let round = 0; round < rounds; round += 1) {
    test = withExposure(test, control);
    const sittings = Array.from({ length: persons }, () => simulated(test, rng));
    remember(demands, test, control, sittings);
    control = { ...control, probabilities: probabilitiesFor(test, demands, limit) };
  }
  return control;
}
