import type { DiagnosisStop } from '@cairn/contract';
import { seedOf } from '@cairn/kernel';
import { type AdaptiveStep, getPreparedTest, nextStep, type StopReason } from '@cairn/psychometrics';
import { Frozen, type FrozenQuestion } from './frozen.ts';
import type { StoredAnswer, StoredDiagnosis } from './repository.ts';

/** A diagnosis as its log gives it: the same log gives the same next question, in any process at any time. */
export type DiagnosisReading = {
  readonly stored: StoredDiagnosis;
  readonly frozen: Frozen;
  readonly answers: readonly StoredAnswer[];
  readonly step: AdaptiveStep;
};

export function readDiagnosis(stored: StoredDiagnosis, answers: readonly StoredAnswer[]): DiagnosisReading {
  const frozen = Frozen.parse(stored.frozen);
  return { stored, frozen, answers, step: stepAfter(frozen, stored.seed, answers) };
}

function stepAfter({ definition }: Frozen, seed: string, answers: readonly StoredAnswer[]): AdaptiveStep {
  return nextStep(getPreparedTest(definition), {
    seed,
    answers: answers.map(({ itemId, credit }) => ({ itemId, score: credit })),
  });
}

/** A place in a diagnosis: q01, q02, … */
export const placeOf = (number: number): string => `q${String(number).padStart(2, '0')}`;

/**
 * What a question is called before its name may be known: its place, and a mark of the item. Should another version of
 * this program choose another question for the place, an answer to the former is not taken for an answer to the latter.
 */
export const questionId = (seed: string, number: number, itemId: string): string =>
  `${placeOf(number)}-${seedOf(`${seed}:${itemId}`).toString(36)}`;

/** @throws RangeError for an item that was not frozen with the diagnosis */
export function frozenQuestion({ questions }: Frozen, itemId: string): FrozenQuestion {
  const found = questions.find((question) => question.itemId === itemId);
  if (found === undefined) throw new RangeError(`${itemId} was not frozen with its diagnosis`);
  return found;
}

export function stopOf(reason: StopReason): DiagnosisStop {
  switch (reason.code) {
    case 'precise':
      return { reason: 'precise-enough', value: reason.standardError, limit: reason.limit };
    case 'decided':
      return { reason: 'decision-known', value: reason.probability, limit: reason.certainty };
    case 'negligible-gain':
      return { reason: 'little-to-gain', value: reason.gain, limit: reason.limit };
    case 'maximum-items':
      return { reason: 'maximum-reached', value: reason.items, limit: reason.items };
    case 'bank-exhausted':
      return { reason: 'bank-exhausted', value: reason.items, limit: null };
  }
}
