import { counted, decimal } from '../number-words.ts';
import { elbow, type InertiaOfK, type Setting, type State, statesOf } from './model.ts';

export const TITLE = 'k-means, half a step at a time';

export function sentence({ k }: Setting, states: readonly State[], step: number, bends: readonly InertiaOfK[]): string {
  const state = states[step];
  const before = states[step - 1];
  if (!state || state.inertia === undefined)
    return `${counted(k, 'centre')} ${k === 1 ? 'starts' : 'start'} on randomly chosen points. Next, every point joins the nearest centre.`;
  const now = decimal(state.inertia, 1);
  if (state.kind === 'move')
    return `Step ${step}: each centre moved to the mean of its points, and the sum of squared distances fell from ${decimal(before?.inertia ?? 0, 1)} to ${now}.`;
  if (state.changed > 0)
    return `Step ${step}: ${step === 1 ? `every point joined its nearest centre` : `${counted(state.changed, 'point')} joined a nearer centre`}; the sum of squared distances is ${now}.`;
  const least = bends.find((one) => one.k === k)?.inertia ?? state.inertia;
  const done = `Step ${step}: no point changes any more, so it is done, with a sum of ${now}.`;
  if (state.inertia > least * 1.02)
    return `${done} A luckier start reaches ${decimal(least, 1)} with the same k: k-means finds a minimum, not always the least.`;
  return `${done} No start found less with k = ${k}.`;
}

export const rowsOf = (states: readonly State[]): string[][] =>
  states.map(({ kind, changed, inertia }, step) => [
    `${step}`,
    kind === 'start' ? 'centres placed' : kind === 'assign' ? `${counted(changed, 'point')} changed` : 'centres moved',
    inertia === undefined ? '–' : decimal(inertia, 1),
  ]);

export function inWords(setting: Setting, states: readonly State[] = statesOf(setting), bends = elbow()): string {
  const { k } = setting;
  return `A hundred points in four loose groups. k-means repeats two half steps: every point joins its nearest centre, then every centre moves to the mean of its points. Each can only lower the sum of squared distances, so it ends; with k = ${k} and this start after ${states.length - 1} half steps, at ${decimal(states.at(-1)?.inertia ?? 0, 1)}. The best sums by k: ${bends.map((one) => `${one.k}: ${decimal(one.inertia, 0)}`).join(', ')}. More clusters always lower it, so look for the bend: up to 4 each cluster pays, after that little is won.`;
}
