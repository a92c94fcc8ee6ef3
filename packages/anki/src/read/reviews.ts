import type { Rating } from '@cairn/scheduling';
import type { Database, SqlValue } from 'sql.js';
import type { AnkiReview } from '../deck.ts';
import type { ReadLimits } from '../limits.ts';
import type { LossCounter } from './loss.ts';
import { rowsOf } from './tables.ts';
import { whole } from './values.ts';

const REVIEWS = 'select id, cid, ease, time, type from revlog not indexed';

/** Buttons from left to right. The first scheduler showed no `hard` while a card was learned. */
const RATINGS: readonly Rating[] = ['again', 'hard', 'good', 'easy'];
const FIRST_RATINGS: readonly Rating[] = ['again', 'good', 'easy'];

const REVIEW = 1;
const FILTERED = 3;
const LATEST = 8.64e15;

/** Answers by card, oldest first. Entries that are no answer (a card moved by hand, a day rescheduled) are counted. */
export function readReviews(
  database: Database,
  isFirstScheduler: boolean,
  cards: ReadonlySet<number>,
  { limits, loss }: { limits: ReadLimits; loss: LossCounter },
): Map<number, AnkiReview[]> {
  const reviews = new Map<number, AnkiReview[]>();
  for (const row of rowsOf(database, REVIEWS, limits.reviews)) {
    const review = reviewOf(row, isFirstScheduler);
    const card = whole(row[1]);
    if (!review || card === undefined || !cards.has(card)) {
      loss.add('review');
      continue;
    }
    const log = reviews.get(card);
    if (log) log.push(review);
    else reviews.set(card, [review]);
  }
  for (const log of reviews.values()) log.sort((a, b) => a.at - b.at);
  return reviews;
}

function reviewOf([id, , ease, time, type]: SqlValue[], isFirstScheduler: boolean): AnkiReview | undefined {
  const [at, kind] = [whole(id) ?? 0, whole(type)];
  const isLearning = kind !== REVIEW && kind !== FILTERED;
  const buttons = isFirstScheduler && isLearning ? FIRST_RATINGS : RATINGS;
  const rating = buttons[(whole(ease) ?? 0) - 1];
  if (rating === undefined || at <= 0 || at > LATEST) return undefined;
  return { at, rating, seconds: Math.max(0, whole(time) ?? 0) / 1000 };
}
