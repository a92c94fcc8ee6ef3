import { addDays, type Day } from '@cairn/kernel';
import { totalMinutes } from '../choose/tasks.ts';
import type { Activity } from '../shape/activity.ts';
import { cardsWork } from '../work.ts';
import { type Draft, unplaced } from './draft.ts';
import { type Gap, takeLab, takeLesson, takePart, takePractice } from './pieces.ts';

/** Below this a day is left free rather than opened for a crumb of work. */
const LEAST_DAY = 8;

/** Cards take at most this share of a day, and never fewer minutes than are worth a start. */
const MOST_CARDS = 0.4;
const LEAST_CARDS = 3;

/** Reviews are densest soon after learning. */
const FRONT_LOAD = 1.5;

/** Fills the days in order, and returns the activities of each. Nothing that was chosen stays without a day. */
export function fillDays(draft: Draft, today: Day): Activity[][] {
  const days = draft.free.map((_, index) => fillDay(draft, index, addDays(today, index)));
  return days.map((activities) => activities.map((activity) => numbered(draft, activity)));
}

function fillDay(draft: Draft, index: number, day: Day): Activity[] {
  const free = draft.free[index] ?? 0;
  if (free === 0) return [];
  const must = Math.max(0, unplaced(draft) - (draft.freeAfter[index] ?? 0));
  draft.owed += draft.load * free;
  draft.lessonsOwed += draft.lessonPace * free;
  const hadCards = draft.pool >= LEAST_CARDS;
  const reserved = roomForLab(draft, index, cardsFor(draft, index, must));
  const target = Math.max(must, Math.min(free, Math.round(draft.owed)) - reserved);
  const isOpened = must > 0 || target >= LEAST_DAY;
  const work = isOpened
    ? fillGap(draft, {
        left: free - reserved,
        wanted: target,
        must,
        later: (draft.longestAfter[index] ?? 0) - reserved,
      })
    : [];
  const cards = spendCards(draft, reserved, day);
  draft.owed -= totalMinutes(work) + totalMinutes(cards);
  const lessons = work.filter(({ kind }) => kind === 'lesson');
  const others = work.filter(({ kind }) => kind !== 'lesson');
  return hadCards ? [...cards, ...lessons, ...others] : [...lessons, ...cards, ...others];
}

function fillGap(draft: Draft, gap: Gap): Activity[] {
  const placed: Activity[] = [];
  while (gap.left > 0 && (gap.wanted > 0 || gap.must > 0)) {
    const piece = nextPiece(draft, gap, placed);
    if (piece === undefined) break;
    placed.push(piece);
    gap.left -= piece.minutes;
    gap.wanted -= piece.minutes;
    gap.must -= piece.minutes;
  }
  return placed;
}

function nextPiece(draft: Draft, gap: Gap, placed: readonly Activity[]): Activity | undefined {
  const isLessonDue = draft.lessonsOwed > 0;
  const hasLab = placed.some(({ kind }) => kind === 'lab');
  return (
    takeLab(draft, gap, gap.later) ??
    (isLessonDue ? takeLesson(draft, gap) : undefined) ??
    (hasLab ? undefined : takeLab(draft, gap)) ??
    takePractice(draft, gap) ??
    takeLesson(draft, gap) ??
    takeLab(draft, gap) ??
    takePart(draft, gap)
  );
}

/** Minutes of a day for cards: what is due spread over the days left, those of the next lesson included. */
function cardsFor(draft: Draft, index: number, must: number): number {
  const free = draft.free[index] ?? 0;
  const next = draft.lessons[0]?.tasks[0];
  const due = draft.pool + (next === undefined ? 0 : (draft.cards.get(next) ?? 0));
  if (due < LEAST_CARDS) return 0;
  const share = Math.ceil((FRONT_LOAD * due) / Math.max(1, draft.cardDays[index] ?? 1));
  const minutes = Math.min(Math.max(LEAST_CARDS, share), due, Math.floor(MOST_CARDS * free), free - must);
  return minutes < LEAST_CARDS ? 0 : minutes;
}

/** A lab that fits a day only without its cards, and no later day better, goes before them: cards can wait a day. */
function roomForLab(draft: Draft, index: number, reserved: number): number {
  const free = draft.free[index] ?? 0;
  const later = (draft.longestAfter[index] ?? 0) - reserved;
  const tight = draft.labs.find(({ minutes }) => minutes <= free && minutes > free - reserved && minutes > later);
  return tight === undefined || draft.lessons.length > 0 ? reserved : free - tight.minutes;
}

function spendCards(draft: Draft, reserved: number, day: Day): Activity[] {
  const minutes = Math.min(reserved, draft.pool);
  if (minutes < LEAST_CARDS) return [];
  draft.pool -= minutes;
  return [cardsWork(day, minutes)];
}

function numbered(draft: Draft, activity: Activity): Activity {
  if (activity.part === undefined) return activity;
  const whole = activity.id.slice(0, activity.id.lastIndexOf('/'));
  return { ...activity, part: { number: activity.part.number, of: draft.parts.get(whole) ?? activity.part.of } };
}
