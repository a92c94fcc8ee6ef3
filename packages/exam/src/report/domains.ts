import { wilsonInterval } from '@cairn/psychometrics';
import type { Domain } from '../form.ts';
import { type GradedSlot, percentOf, totalOf } from './grading.ts';
import { anchorsOf } from './scaling.ts';
import type { Band } from './standing.ts';

export type DomainReport = {
  number: number;
  name: string;
  weightPercent: number;
  questions: number;
  points: number;
  possible: number;
  percent: Band;
  band: 'meets' | 'needs-improvement' | 'too-few-answers';
};

/** Below this many questions a domain says too little to be called good or bad. */
const ENOUGH_QUESTIONS = 5;

/** Wilson's 80 % interval. The questions are the trials, however many points each has: its parts hang together. */
function percentBand(graded: readonly GradedSlot[]): Band {
  const total = totalOf(graded);
  if (total.questions === 0) return { low: 0, estimate: 0, high: 100 };
  const estimate = percentOf(total);
  const { low, high } = wilsonInterval((estimate / 100) * total.questions, total.questions);
  return { low: 100 * low, estimate, high: 100 * high };
}

function bandOf(graded: readonly GradedSlot[]): DomainReport['band'] {
  if (graded.length < ENOUGH_QUESTIONS) return 'too-few-answers';
  return percentOf(totalOf(graded)) >= anchorsOf(graded).cutPercent ? 'meets' : 'needs-improvement';
}

/** Each domain of the blueprint, measured against what a just-passing candidate would earn on the same questions. */
export function domainReports(scored: readonly GradedSlot[], domains: readonly Domain[]): DomainReport[] {
  const weights = domains.reduce((sum, { weight }) => sum + weight, 0);
  return domains.map(({ number, name, weight }) => {
    const own = scored.filter(({ slot }) => slot.domain === number);
    return {
      number,
      name,
      weightPercent: (100 * weight) / weights,
      ...totalOf(own),
      percent: percentBand(own),
      band: bandOf(own),
    };
  });
}
