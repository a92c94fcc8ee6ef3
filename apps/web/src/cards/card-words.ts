import type { CardOrigin, CardRating, QueueReason, StudyCard } from '@cairn/contract';
import { counted } from '../app/words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A wait as people say it: "10 min", "3 days", "2 months". */
export function waitText(milliseconds: number): string {
  if (milliseconds < MINUTE) return '1 min';
  if (milliseconds < HOUR) return `${Math.round(milliseconds / MINUTE)} min`;
  if (milliseconds < DAY) return counted(Math.round(milliseconds / HOUR), 'hour');
  const days = Math.round(milliseconds / DAY);
  if (days < 60) return counted(days, 'day');
  if (days < 730) return counted(Math.round(days / 30.4), 'month');
  return counted(Math.round(days / 365.25), 'year');
}

/** When a card comes next, seen from now. */
export function dueText(dueAt: number, now: number): string {
  return dueAt <= now ? 'now' : `in ${waitText(dueAt - now)}`;
}

export const RATINGS: readonly { readonly rating: CardRating; readonly label: string }[] = [
  { rating: 'again', label: 'Again' },
  { rating: 'hard', label: 'Hard' },
  { rating: 'good', label: 'Good' },
  { rating: 'easy', label: 'Easy' },
];

export const REASONS: Record<QueueReason, string> = {
  'in-steps': 'Once more',
  due: 'Due',
  'new-card': 'New',
  'step-ahead': 'Once more',
  'would-fall': 'Would be forgotten by the exam',
  'last-look': 'A last look before the exam',
  'worth-strengthening': 'Worth strengthening before the exam',
  'time-left': 'There is time left for it',
};

export const ORIGINS: Record<CardOrigin, string> = {
  content: 'Cairn',
  own: 'Your own',
  missed: 'From a question',
  glossary: 'From the glossary',
  anki: 'From Anki',
};

/** Where a card stands, in a word or two. */
export function stateText({ memory, isSuspended }: StudyCard, now: number): string {
  if (isSuspended) return 'Suspended';
  if (memory === null) return 'New';
  return memory.dueAt <= now ? 'Due' : `Due ${dueText(memory.dueAt, now)}`;
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
