import { type Rng, seededRng } from '@cairn/kernel';
import { expectedImprovement, fitProcess, predictProcess } from './gaussian-process.ts';
import {
  drawParameters,
  type ParameterRange,
  type Parameters,
  type ParameterValue,
  rangeFault,
  shareOf,
  valueAt,
} from './ranges.ts';

/** How the next parameters are chosen, under SageMaker's names. */
export type Strategy = 'Random' | 'Grid' | 'Bayesian';

/** What is searched. The same search and trials always give the same next parameters. */
export type Search = {
  readonly strategy: Strategy;
  readonly ranges: readonly ParameterRange[];
  readonly direction: 'Maximize' | 'Minimize';
  readonly seed: number | string;
  /** Values that Grid takes of each range of numbers (fewer of a short one); 5. */
  readonly gridSteps?: number;
};

/** A trial that was suggested: running as long as it has no value. A failed trial is left out, or has the value NaN. */
export type Trial = { readonly parameters: Parameters; readonly value?: number };

/** Random trials before the first belief is formed. */
const FIRST_TRIALS = 4;
const CANDIDATES = 400;
const NEIGHBOURS = 100;

function gridValues(range: ParameterRange, steps: number): readonly ParameterValue[] {
  if (range.kind === 'categorical') return range.values;
  const { kind, min, max } = range;
  if (kind === 'integer' && max - min < steps) return Array.from({ length: max - min + 1 }, (_, k) => min + k);
  if (kind === 'integer') return [...new Set(Array.from({ length: steps }, (_, k) => valueAt(range, k / (steps - 1))))];
  return Array.from({ length: steps }, (_, k) => valueAt(range, k / (steps - 1)));
}

/** The combination with the given number, the last range changing fastest; undefined beyond the last. */
function gridPoint({ ranges, gridSteps = 5 }: Search, index: number): Parameters | undefined {
  const lists = ranges.map((range) => gridValues(range, gridSteps));
  if (index >= lists.reduce((product, list) => product * list.length, 1)) return undefined;
  let rest = index;
  const entries = ranges.map((range, j): [string, ParameterValue] => {
    const later = lists.slice(j + 1).reduce((product, list) => product * list.length, 1);
    const at = Math.floor(rest / later);
    rest %= later;
    return [range.name, lists[j]?.[at] ?? ''];
  });
  return Object.fromEntries(entries);
}

/** Coordinates in the unit cube; each category has an axis of its own, so that all are equally far apart. */
function pointOf(ranges: readonly ParameterRange[], parameters: Parameters): number[] {
  return ranges.flatMap((range) => {
    const value = parameters[range.name];
    if (range.kind !== 'categorical') return [shareOf(range, Number(value))];
    return range.values.map((category) => (category === value ? Math.SQRT1_2 : 0));
  });
}

/** Parameters near others: each moves a little, or with some luck to another category. */
function nearby(ranges: readonly ParameterRange[], from: Parameters, rng: Rng): Parameters {
  return Object.fromEntries(
    ranges.map((range) => {
      const own = from[range.name] ?? '';
      if (range.kind === 'categorical') return [range.name, rng.next() < 0.8 ? own : valueAt(range, rng.next())];
      const share = Math.min(Math.max(shareOf(range, Number(own)) + 0.1 * rng.normal(), 0), 1);
      return [range.name, valueAt(range, share)];
    }),
  );
}

type Finished = { readonly parameters: Parameters; readonly value: number };

const isFinished = (trial: Trial): trial is Finished => trial.value !== undefined && Number.isFinite(trial.value);

/** Running trials count as if they had reached what is expected of them, so that the next one goes elsewhere. */
function bayesian({ ranges, direction }: Search, trials: readonly Trial[], rng: Rng): Parameters {
  const sign = direction === 'Maximize' ? 1 : -1;
  const finished = trials.filter(isFinished);
  if (finished.length < FIRST_TRIALS) return drawParameters(ranges, rng);
  const points = finished.map(({ parameters }) => pointOf(ranges, parameters));
  const values = finished.map(({ value }) => sign * value);
  const pending = trials
    .filter(({ value }) => value === undefined)
    .map(({ parameters }) => pointOf(ranges, parameters));
  const believed = fitProcess(points, values);
  const guesses = pending.map((point) => predictProcess(believed, point).mean);
  const process = pending.length === 0 ? believed : fitProcess([...points, ...pending], [...values, ...guesses]);
  const best = Math.max(...values);
  const leader = finished.find(({ value }) => sign * value === best)?.parameters ?? {};
  const candidates = [
    ...Array.from({ length: CANDIDATES }, () => drawParameters(ranges, rng)),
    ...Array.from({ length: NEIGHBOURS }, () => nearby(ranges, leader, rng)),
  ];
  const rated = candidates.map((parameters) => ({
    parameters,
    gain: expectedImprovement(process, pointOf(ranges, parameters), best),
  }));
  return rated.reduce((most, candidate) => (candidate.gain > most.gain ? candidate : most)).parameters;
}

/**
 * The parameters to try next. Nothing is remembered between calls: the trials so far say all, so that a scheduler can
 * run several at a time, stop, and go on.
 *
 * @param trials all that were suggested so far, running ones included
 * @returns      undefined when a grid has been gone through
 * @throws       RangeError on a range without values
 * @see          Bergstra & Bengio (2012), JMLR 13, 281–305; Snoek, Larochelle & Adams (2012), NeurIPS, 2951–2959
 */
export function suggestParameters(search: Search, trials: readonly Trial[]): Parameters | undefined {
  const fault = search.ranges.map(rangeFault).find((message) => message !== undefined);
  if (fault !== undefined) throw new RangeError(fault);
  if (search.strategy === 'Grid') return gridPoint(search, trials.length);
  const rng = seededRng(`${search.seed}:${trials.length}`);
  return search.strategy === 'Random' ? drawParameters(search.ranges, rng) : bayesian(search, trials, rng);
}

/** The finished trial with the best value; the earliest of equals. */
export function bestTrial<T extends Trial>(
  { direction }: Pick<Search, 'direction'>,
  trials: readonly T[],
): T | undefined {
  const sign = direction === 'Maximize' ? 1 : -1;
  const finished = trials.filter((trial) => isFinished(trial));
  return finished.reduce<T | undefined>(
    (best, trial) => (best === undefined || sign * Number(trial.value) > sign * Number(best.value) ? trial : best),
    undefined,
  );
}
