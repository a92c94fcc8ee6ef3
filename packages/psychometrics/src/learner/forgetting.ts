import type { Instant } from '@cairn/kernel';
import type { LearnerModel } from './learner-model.ts';
import { daysBetweenInstants } from './reading.ts';

/**
 * What is not at hand in a domain because it was not practised, in logits: it grows with the logarithm of time, fades
 * with all else that is known, and comes back with practice. Nothing, if there was no practice to forget.
 *
 * @see Wixted & Ebbesen (1991), Psychological Science 2(6), 409–415: forgetting follows a power law
 */
export function forgotten(lastAt: Instant | undefined, now: Instant, { forgetting, fadingDays }: LearnerModel): number {
  if (lastAt === undefined) return 0;
  const idle = Math.max(0, daysBetweenInstants(lastAt, now));
  return Math.exp(-idle / fadingDays) * forgetting.loss * Math.log1p(idle / forgetting.days);
}
