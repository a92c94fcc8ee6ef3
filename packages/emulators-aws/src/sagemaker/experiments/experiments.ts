import { notFound } from '../errors.ts';
import type { Experiment, Trial, TrialComponent } from '../jobs-state.ts';
import type { SageMakerCall } from '../needs.ts';

export function getExperiment({ state }: SageMakerCall, name: string): Experiment {
  const found = state.experiments.get(name);
  if (!found) throw notFound(`Experiment '${name}' does not exist.`);
  return found;
}

export function getTrial({ state }: SageMakerCall, name: string): Trial {
  const found = state.trials.get(name);
  if (!found) throw notFound(`Trial '${name}' does not exist.`);
  return found;
}

/** By name or ARN. */
export function getTrialComponent({ state }: SageMakerCall, nameOrArn: string): TrialComponent {
  const byArn = [...state.trialComponents.values()].find(({ TrialComponentArn }) => TrialComponentArn === nameOrArn);
  const found = state.trialComponents.get(nameOrArn) ?? byArn;
  if (!found) throw notFound(`Trial Component '${nameOrArn}' does not exist.`);
  return found;
}

/** Trials to which a component belongs. */
export const trialsWith = ({ state }: SageMakerCall, componentName: string): Trial[] =>
  [...state.trials.values()].filter(({ components }) => components.has(componentName));
