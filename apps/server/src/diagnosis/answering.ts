import { Problem } from '@cairn/contract';
import { type CreditRule, creditOf, grade, gradeFinal, Response } from '@cairn/question-types';
import type { FrozenQuestion } from './frozen.ts';
import { type DiagnosisReading, questionId } from './reading.ts';

/**
 * The item behind the question that is asked now.
 *
 * @throws Problem `diagnosis-over`, or `diagnosis-question-passed` if `asked` is another one
 */
export function requireCurrent({ stored, answers, step }: DiagnosisReading, asked: string): string {
  if (stored.overAt !== null || step.kind === 'stop') {
    throw new Problem('diagnosis-over', `It ended after ${answers.length} answers, so this one does not count.`);
  }
  const current = questionId(stored.seed, answers.length + 1, step.itemId);
  if (asked !== current) {
    const where = `Question ${answers.length + 1} is asked now, under the id ${current}, not "${asked}"`;
    throw new Problem('diagnosis-question-passed', `${where}; reload to go on with it.`);
  }
  return step.itemId;
}

/**
 * Reads a response; null is "I do not know". An incomplete one counts for what is right in it, as in the exam.
 *
 * @throws Problem `response-invalid`
 */
export function readResponse({ question }: FrozenQuestion, given: unknown, number: number): Response | null {
  if (given === null || given === undefined) return null;
  const parsed = Response.safeParse(given);
  if (!parsed.success) {
    throw new Problem('response-invalid', `The answer to question ${number} is not readable; answer it again.`);
  }
  const verdict = grade(question, parsed.data);
  if (verdict.outcome !== 'invalid') return parsed.data;
  throw new Problem('response-invalid', `The answer does not fit question ${number}: ${verdict.reason}.`);
}

/** Share of the points earned, 0 to 1. */
export function creditFor({ question }: FrozenQuestion, response: Response | null, rule: CreditRule): number {
  if (response === null) return 0;
  const { points, possible } = creditOf(gradeFinal(question, response).parts, rule);
  return possible === 0 ? 0 : points / possible;
}
