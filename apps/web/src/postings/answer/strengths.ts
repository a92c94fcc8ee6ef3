import type { ByStrength, Demand } from '@cairn/postings';
import { counted } from '../../app/words.ts';

export const DEMANDS = ['required', 'one-of', 'preferred', 'stack'] as const satisfies readonly Demand[];

/** How strongly a posting asks, in words, strongest first. */
export const DEMAND_WORDS = {
  required: 'required',
  'one-of': 'one of several',
  preferred: 'preferred',
  stack: 'part of the stack',
  boilerplate: 'about the company',
} as const;

/** Colour and edge: dark asks most. */
export const DEMAND_FILLS: Readonly<Record<Demand, string>> = {
  required: 'bg-accent',
  'one-of': 'bg-accent/60',
  preferred: 'bg-accent/30',
  stack: 'bg-card border border-accent',
};

/** "required 9, one of several 2". */
export function strengthWords(byStrength: ByStrength): string {
  return DEMANDS.filter((demand) => byStrength[demand] > 0)
    .map((demand) => `${DEMAND_WORDS[demand]} ${byStrength[demand].toLocaleString('en')}`)
    .join(', ');
}

/** In percent without the sign, whole from 1 on. */
export function percentNumber(share: number): string {
  const percent = share * 100;
  return percent > 0 && percent < 0.95 ? percent.toFixed(1) : String(Math.round(percent));
}

/** With the sign, which stays on the line of its number. */
export const percentText = (share: number): string => `${percentNumber(share)}\u00a0%`;

export const postingsText = (count: number): string => counted(count, 'posting');
