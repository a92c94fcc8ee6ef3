import type { Today, TodayEntry, TodayPlan, WorkKind } from '@cairn/contract';
import { counted, dayInWords } from '../app/words.ts';

export const KIND_NAMES: Record<WorkKind, string> = {
  diagnosis: 'Diagnosis',
  mock: 'Mock exam',
  'review-mock': 'Review',
  cards: 'Cards',
  lesson: 'Lesson',
  lab: 'Lab',
  practice: 'Practice',
  rest: 'Rest',
  exam: 'Exam',
};

export const KIND_PLURALS: Record<WorkKind, string> = {
  diagnosis: 'diagnosis',
  mock: 'mock exams',
  'review-mock': 'reviews',
  cards: 'card days',
  lesson: 'lessons',
  lab: 'labs',
  practice: 'practice sets',
  rest: 'rests',
  exam: 'exams',
};

/** `1 h 20 min`, `45 min`. */
export function timeText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** What a person would be told across a table. */
export function ledeOf({ items, isFree, doneToday, minutes }: Today): string {
  if (items.length === 0) {
    if (doneToday.length > 0) return 'Everything of today is done. The rest of the day is yours.';
    return isFree ? 'Nothing is planned and nothing is due. The day is yours.' : 'Nothing fits into this time.';
  }
  const sum = items.reduce((total, item) => total + item.minutes, 0);
  const what = counted(items.length, 'piece', 'pieces');
  return sum > minutes && minutes > 0
    ? `${what}, about ${timeText(sum)}.`
    : `${what}, about ${timeText(sum)}. Press Enter to start.`;
}

export function partText({ isWhole, sections, isFromOtherDay, kind }: TodayEntry): string | undefined {
  const part = isWhole
    ? undefined
    : sections === null
      ? kind === 'cards'
        ? 'as many as fit'
        : 'a part of it'
      : `the first ${counted(sections, 'section')}`;
  const other = isFromOtherDay ? 'from another day' : undefined;
  return [part, other].filter(Boolean).join(', ') || undefined;
}

const PHASES: Record<NonNullable<TodayPlan['phase']>, string> = {
  learn: 'Learning',
  deepen: 'Deepening',
  rehearse: 'Rehearsing',
  'last-week': 'Last week',
  taper: 'Winding down',
};

export function countdownText({ daysLeft, examDay, phase }: TodayPlan): string {
  if (daysLeft < 0) return `The exam was on ${dayInWords(examDay)}.`;
  if (daysLeft === 0) return 'The exam is today.';
  const name = phase === null ? '' : `${PHASES[phase]}. `;
  return `${name}${counted(daysLeft, 'day')} to the exam on ${dayInWords(examDay)}.`;
}

export function streakText({ days, isTodayDone, longest }: Today['streak']): string {
  if (days === 0) return 'The next day you learn starts a new row. Days off never break one.';
  const row = counted(days, 'day');
  const best = longest > days ? ` The longest was ${longest}.` : '';
  return isTodayDone
    ? `${row} in a row, today included. Days off do not break it.${best}`
    : `${row} in a row. Anything today goes on with it; days off do not break it.${best}`;
}

export function loadText(load: Today['load']): string {
  const minutes = load.reduce((sum, { planned, cards }) => sum + planned + cards, 0);
  const busiest = [...load].sort((a, b) => b.planned + b.cards - a.planned - a.cards)[0];
  if (minutes === 0 || !busiest) return 'Nothing is planned and no card falls due in the next two weeks.';
  return `${timeText(minutes)} in the next two weeks, most on ${dayInWords(busiest.day)}: ${timeText(busiest.planned + busiest.cards)}.`;
}
