import { seededRng } from '@cairn/kernel';
import { drawParameters, type ParameterRange, type Parameters } from './ranges.ts';

/** Many short trials, of which the best go on with more of a resource (epochs, rounds, rows). */
export type HyperbandSearch = {
  readonly ranges: readonly ParameterRange[];
  readonly direction: 'Maximize' | 'Minimize';
  readonly seed: number | string;
  readonly minResource: number;
  readonly maxResource: number;
  /** One in so many goes on, with so many times the resource; 3. */
  readonly reduction?: number;
  /** 0 alone is successive halving; all of them, in turn, are Hyperband. All of them. */
  readonly brackets?: readonly number[];
};

/** A trial at one resource. `id` stays the same as a configuration goes on to a higher rung. */
export type HyperbandTrial = {
  readonly id: string;
  readonly bracket: number;
  readonly rung: number;
  readonly resource: number;
  readonly parameters: Parameters;
};

/** Running as long as it has no value; NaN has failed and does not go on. */
export type ObservedTrial = HyperbandTrial & { readonly value?: number };

export type HyperbandStep =
  | { readonly outcome: 'trial'; readonly trial: HyperbandTrial }
  /** Trials that run now decide which go on. */
  | { readonly outcome: 'wait' }
  | { readonly outcome: 'done' };

/** Configurations and resource of each rung of a bracket. */
export type Rung = { readonly configurations: number; readonly resource: number };

/** Powers of the reduction that fit between least and most resource. */
function mostHalvings({ minResource, maxResource, reduction = 3 }: HyperbandSearch): number {
  return Math.floor(Math.log(maxResource / minResource) / Math.log(reduction) + 1e-9);
}

function requireSearch(search: HyperbandSearch): void {
  const { minResource, maxResource, reduction = 3 } = search;
  if (!(minResource > 0 && maxResource >= minResource)) {
    throw new RangeError(
      `resources from ${minResource} to ${maxResource}: the least must be above 0 and not above the most`,
    );
  }
  if (!(reduction >= 2)) throw new RangeError(`reduction is ${reduction}, but must be 2 or more`);
}

/**
 * The plan of a bracket: bracket 0 starts the most configurations with the least resource, the last one gives all of
 * its few configurations the whole resource at once.
 *
 * @throws RangeError on resources that do not fit
 * @see    Li et al. (2018), Hyperband, JMLR 18(185), algorithm 1
 */
export function planBracket(search: HyperbandSearch, bracket: number): Rung[] {
  requireSearch(search);
  const { maxResource, reduction = 3 } = search;
  const most = mostHalvings(search);
  const halvings = most - bracket;
  const first = Math.ceil(((most + 1) / (halvings + 1)) * reduction ** halvings);
  return Array.from({ length: halvings + 1 }, (_, rung) => ({
    configurations: Math.max(Math.floor(first / reduction ** rung), 1),
    resource: Math.round(maxResource * reduction ** (rung - halvings)),
  }));
}

type Bracket = { readonly index: number; readonly plan: readonly Rung[]; readonly trials: readonly ObservedTrial[] };

/** The next trial of one rung; undefined when all of them have been given out. */
function nextOfRung(
  search: HyperbandSearch,
  { index, plan, trials }: Bracket,
  rung: number,
): HyperbandTrial | undefined {
  const { configurations, resource } = plan[rung] as Rung; // a rung of the plan
  const given = trials.filter((trial) => trial.rung === rung);
  if (given.length >= configurations) return undefined;
  if (rung === 0) {
    const id = `${index}-${given.length}`;
    return {
      id,
      bracket: index,
      rung,
      resource,
      parameters: drawParameters(search.ranges, seededRng(`${search.seed}:${id}`)),
    };
  }
  const sign = search.direction === 'Maximize' ? 1 : -1;
  const ranked = trials
    .filter((trial) => trial.rung === rung - 1 && Number.isFinite(trial.value))
    .sort((a, b) => sign * (Number(b.value) - Number(a.value)));
  const next = ranked.slice(0, configurations).find(({ id }) => !given.some((trial) => trial.id === id));
  return next && { id: next.id, bracket: index, rung, resource, parameters: next.parameters };
}

function stepOfBracket(search: HyperbandSearch, bracket: Bracket): HyperbandStep {
  for (let rung = 0; rung < bracket.plan.length; rung += 1) {
    const trial = nextOfRung(search, bracket, rung);
    if (trial) return { outcome: 'trial', trial };
    const isOpen = bracket.trials.some((given) => given.rung === rung && given.value === undefined);
    if (isOpen) return { outcome: 'wait' };
  }
  return { outcome: 'done' };
}

/**
 * What to run next. Nothing is remembered between calls: the trials so far say all. While one bracket waits for its
 * trials, the next one starts.
 *
 * @param trials all that were given out, with the values that are known
 * @throws       RangeError on resources that do not fit, or an unknown bracket
 */
export function nextHyperbandStep(search: HyperbandSearch, trials: readonly ObservedTrial[]): HyperbandStep {
  requireSearch(search);
  const all = Array.from({ length: mostHalvings(search) + 1 }, (_, bracket) => bracket);
  const brackets = search.brackets ?? all;
  const unknown = brackets.find((bracket) => !all.includes(bracket));
  if (unknown !== undefined)
    throw new RangeError(`there is no bracket ${unknown}: they run from 0 to ${all.length - 1}`);
  const steps = brackets.map((index) =>
    stepOfBracket(search, {
      index,
      plan: planBracket(search, index),
      trials: trials.filter((t) => t.bracket === index),
    }),
  );
  const trial = steps.find(({ outcome }) => outcome === 'trial');
  if (trial) return trial;
  return steps.some(({ outcome }) => outcome === 'wait') ? { outcome: 'wait' } : { outcome: 'done' };
}
