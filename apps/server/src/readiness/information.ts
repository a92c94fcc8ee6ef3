import type { FormInformation } from '@cairn/contract';
import { type PoolItem, testInformation } from '@cairn/psychometrics';
import type { ExamModel } from '../evidence/exam-model.ts';

/** Abilities of the curve, in logits. */
const REACH = 4;
const STEP = 0.1;

const meanInformation = (theta: number, pool: readonly PoolItem[]): number =>
  testInformation(
    theta,
    pool.map(({ parameters }) => ({ kind: 'dichotomous', ...parameters })),
  ) / pool.length;

/**
 * What a form tells at each ability: each domain brings its share of the questions that count, each as telling as the
 * mean of the domain's bank. A mean over whole domains, so that no question's parameters can be read from it.
 */
export function formInformation({ entry: { profile, domains }, blueprint }: ExamModel): FormInformation {
  const filled = blueprint.domains.filter(({ pool }) => pool.length > 0);
  const weights = filled.reduce((sum, { weight }) => sum + weight, 0);
  const steps = Math.round((2 * REACH) / STEP);
  const points = Array.from({ length: steps + 1 }, (_, i) => {
    const theta = Math.round((i * STEP - REACH) / STEP) * STEP;
    const mean = filled.reduce((sum, { weight, pool }) => sum + (weight / weights) * meanInformation(theta, pool), 0);
    const information = blueprint.scored * mean;
    return { theta, information, standardError: 1 / Math.sqrt(information) };
  });
  return {
    exam: profile.id,
    title: profile.title,
    questions: blueprint.scored,
    bankQuestions: domains.reduce((sum, _, i) => sum + (blueprint.domains[i]?.pool.length ?? 0), 0),
    cut: 0,
    points,
  };
}
