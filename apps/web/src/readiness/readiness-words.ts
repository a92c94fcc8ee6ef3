import type { ReadinessEstimate } from '@cairn/contract';
import { type Day, daysBetween } from '@cairn/kernel';
import { bandText, chanceText } from '@cairn/ui';
import { counted } from '../app/words.ts';

/** "62 % (48 to 74 %)", or that too little is known. */
export function estimateText({ status, probability, low, high }: ReadinessEstimate): string {
  if (status === 'not-enough-evidence') return 'not enough evidence yet';
  return `${chanceText(probability)} (${bandText({ low, high })})`;
}

/** From the whole band, not from the estimate: "ready" is said only where its low end says so. */
export function headlineOf({ status, low, high }: ReadinessEstimate): string {
  if (status === 'not-enough-evidence') return 'Not enough evidence yet';
  if (low >= 0.8) return 'Ready, as far as we can tell';
  if (low >= 0.5) return 'More likely to pass than not';
  return high < 0.5 ? 'Not ready yet' : 'It could go either way';
}

/** "today", "yesterday", "12 days ago". */
export function agoText(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${counted(days, 'day')} ago`;
}

/** A twentieth of a percentage point: less would be drawn as nothing. */
export const isNoticeable = (gain: number): boolean => gain >= 0.0005;

/** 0.0123 as "+1.2 points": what an hour adds to the chance, in percentage points. */
export function gainText(gain: number): string {
  if (!isNoticeable(gain)) return 'nothing to speak of';
  const points = gain * 100;
  return `+${points.toFixed(points < 1 ? 2 : 1)} points`;
}
