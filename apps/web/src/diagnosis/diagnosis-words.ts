import type { DiagnosisKnown, DiagnosisStop, DiagnosisWhy } from '@cairn/contract';
import { chanceText } from '@cairn/ui';

/** Asked at least and at most, and about how long one question takes, said before the start. */
export const USUAL = { least: 15, most: 30, minutesEach: 1.5 } as const;

const whole = (value: number): string => String(Math.round(value));

/** Why this question is asked now. Nothing in it tells how the answers went. */
export function whyText({ rule, domain, domainAnswered, domainPlanned, drawnFrom }: DiagnosisWhy): string {
  const place = `domain ${domain.number}, ${domain.name}`;
  switch (rule) {
    case 'first':
      return `A start near the pass line, from ${place}: nothing is known yet.`;
    case 'most-telling':
      return `${amongText(drawnFrom)} It is from ${place}, which has had ${domainAnswered} of about ${domainPlanned} by the weights of the exam.`;
    case 'blueprint':
      return `The weights of the exam ask for ${place}, now: it has had ${domainAnswered} of about ${domainPlanned}.`;
  }
}

const amongText = (drawnFrom: number): string =>
  drawnFrom > 1
    ? `Drawn among the ${drawnFrom} questions that tell most about you now, so that not everybody sees the same.`
    : 'Of all that could come now, this one tells most about you.';

/** Why no further question was asked, with what was reached and what had to be. */
export function stopText({ reason, value, limit }: DiagnosisStop): string {
  switch (reason) {
    case 'decision-known':
      return `Your ability lies on one side of the pass line with ${certaintyOf(value)} certainty; ${certaintyOf(limit)} was enough. More questions would not have changed that.`;
    case 'precise-enough':
      return `Your ability is known give or take ${logits(value)}; ${logits(limit)} was the goal (one standard error).`;
    case 'little-to-gain':
      return 'No question left would have sharpened the answer noticeably.';
    case 'maximum-reached':
      return `${value === null ? 'All' : whole(value)} questions is the most that a diagnosis asks. What it could not settle, the intervals say.`;
    case 'bank-exhausted':
      return 'There is no further question in the bank that you have not just answered.';
    case 'ended-by-learner':
      return 'You ended it early. What you answered counts all the same; the intervals are wider for it.';
  }
}

const certaintyOf = (share: number | null): string => (share === null ? 'high' : chanceText(share));
const logits = (value: number | null): string => (value === null ? 'the goal' : `${value.toFixed(2)} logits`);

type Verdict = { readonly title: string; readonly text: string };

export function verdictText({ verdict, theta }: Pick<DiagnosisKnown, 'verdict' | 'theta'>): Verdict {
  switch (verdict) {
    case 'likely-pass':
      return { title: 'Above the pass line', text: 'As far as these answers can tell, you know enough to pass.' };
    case 'likely-fail':
      return {
        title: 'Below the pass line, for now',
        text: 'As far as these answers can tell, you would not pass today. Below is what would help most.',
      };
    case 'too-close':
      return {
        title: theta.estimate >= 0 ? 'Close to the line, rather above' : 'Close to the line, rather below',
        text: 'These answers cannot tell on which side of the pass line you are. More answers would.',
      };
  }
}
