import {
  type HyperbandTrial,
  nextHyperbandStep,
  type ObservedTrial,
  type Parameters,
  suggestParameters,
  type Trial,
} from '@cairn/learning-algorithms';
import type { TuningTrial } from '../jobs-state.ts';
import type { TuningPlan } from './plan.ts';

export type NextTrial =
  | { readonly outcome: 'trial'; readonly parameters: Parameters; readonly hyperband?: HyperbandTrial }
  /** Trials that run now decide what comes. */
  | { readonly outcome: 'wait' }
  | { readonly outcome: 'done' };

const isRunning = ({ status }: TuningTrial): boolean => status === 'InProgress' || status === 'Stopping';

/** A trial without a value has failed once it is over; the search then passes it by. */
const observedValue = (trial: TuningTrial) => (isRunning(trial) ? {} : { value: trial.objective ?? Number.NaN });

function nextOfHyperband(plan: TuningPlan, trials: readonly TuningTrial[]): NextTrial {
  const observed = trials.flatMap((trial): ObservedTrial[] =>
    trial.hyperband ? [{ ...trial.hyperband, ...observedValue(trial) }] : [],
  );
  const search = { ranges: plan.ranges, direction: plan.direction, seed: plan.seed };
  const { least = 1, most = 1 } = plan.resources ?? {};
  const step = nextHyperbandStep({ ...search, minResource: least, maxResource: most }, observed);
  if (step.outcome !== 'trial') return step;
  const parameters = { ...step.trial.parameters, num_round: step.trial.resource };
  return { outcome: 'trial', parameters, hyperband: step.trial };
}

/**
 * What a tuning job tries next.
 *
 * @param priors trials of parents, from which a warm start learns
 */
export function nextTrial(plan: TuningPlan, trials: readonly TuningTrial[], priors: readonly Trial[]): NextTrial {
  if (plan.strategy === 'Hyperband') return nextOfHyperband(plan, trials);
  const { strategy, ranges, direction, seed } = plan;
  const own = trials.map((trial): Trial => ({ parameters: trial.parameters, ...observedValue(trial) }));
  const known = strategy === 'Bayesian' ? [...priors, ...own] : own;
  const parameters = suggestParameters({ strategy, ranges, direction, seed }, known);
  return parameters === undefined ? { outcome: 'done' } : { outcome: 'trial', parameters };
}
