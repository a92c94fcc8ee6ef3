import type { Readiness, ReadinessEstimate } from '@cairn/contract';
import { type Day, daysBetween } from '@cairn/kernel';
import { chanceText } from '@cairn/ui';
import { counted } from '../app/words.ts';

const percent = (share: number): string => String(Math.round(share * 100));

/** "62 %, between 48 and 74 %", or that too little is known. */
export function estimateText({ status, probability, low, high }: ReadinessEstimate): string {
  if (status === 'not-enough-evidence') return 'not enough evidence yet';
  return `${chanceText(probability)}, between ${percent(low)} and ${percent(high)} %`;
}

export function headlineOf({ today, code }: Pick<Readiness, 'today' | 'code'>): string {
  if (today.status === 'not-enough-evidence') return `${code}: not enough evidence yet`;
  if (today.low >= 0.8) return `Ready for ${code}, as far as we can tell`;
  if (today.low >= 0.5) return `More likely than not to pass ${code}`;
  return today.high < 0.5 ? `Not ready for ${code} yet` : `${code} could go either way`;
}

/** "today", "yesterday", "12 days ago". */
export function agoText(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${counted(days, 'day')} ago`;
}

/** 0.0123 as "+1.2 points": what an hour adds to the chance, in percentage points. */
export function gainText(gain: number): string {
  const points = Math.round(gain * 1000) / 10;
  return points <= 0 ? 'nothing to speak of' : `+${points.toFixed(1)} points`;
}
