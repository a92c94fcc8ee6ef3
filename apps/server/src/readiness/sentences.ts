import type { ReadinessDomain } from '@cairn/contract';
import { DEVIATE_80, type LearnerModel, type LearningRate } from '@cairn/psychometrics';

/** Domains named in a sentence; more would not be read. */
const NAMED = 2;

const answersIn = (count: number): string => `${count} more ${count === 1 ? 'answer' : 'answers'}`;

/** What would do for a number to be shown, in a sentence. */
export function missingSentence(domains: readonly ReadinessDomain[], standardErrorLimit: number): string {
  const wanted = domains.filter(({ missingAnswers }) => missingAnswers > 0);
  const total = wanted.reduce((sum, { missingAnswers }) => sum + missingAnswers, 0);
  const half = (DEVIATE_80 * standardErrorLimit).toFixed(1);
  const most = [...wanted].sort((a, b) => b.missingAnswers - a.missingAnswers).slice(0, NAMED);
  const where = most.map(({ number, name, missingAnswers }) => `${missingAnswers} in domain ${number}, ${name}`);
  const places = where.length > 0 ? `, among them ${where.join(', and ')}` : '';
  return `A number is shown once your ability is known to ± ${half} logits: about ${answersIn(total)} to new questions under exam conditions${places}.`;
}

/** Days in which half of the distance from the starting point is gone. */
const halfLife = (fadingDays: number): number => Math.round(Math.LN2 * fadingDays);

/** What a forecast takes for granted. */
export function assumptionsOf({ logitsPerHour, logSd }: LearningRate, { fadingDays }: LearnerModel): string[] {
  const slow = logitsPerHour * Math.exp(-DEVIATE_80 * logSd);
  const fast = logitsPerHour * Math.exp(DEVIATE_80 * logSd);
  return [
    `An hour of study at the pass line raises ability by ${logitsPerHour} logits, for 80 % of people by ${slow.toFixed(3)} to ${fast.toFixed(3)}: an assumption, not a measurement of you.`,
    'The hours are kept, and go to the domains by their weight in the exam.',
    `What is not practised fades, half of it in ${halfLife(fadingDays)} days.`,
  ];
}
