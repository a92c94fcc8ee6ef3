import type { CardQueue, CardRating } from '@cairn/contract';
import { DEFAULT_PARAMETERS } from '@cairn/scheduling';
import { describe, expect, it } from 'vitest';
import {
  extended,
  progressOf,
  type QueueCard,
  type ReviewSession,
  rate,
  setAside,
  showBack,
  startSession,
  undo,
  withoutAnswered,
} from './review-session.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');

const card = (id: string): QueueCard => ({
  ...{ id, origin: 'content', exam: 'aif-c01', task: null, front: id, back: 'b', tags: [], sources: [] },
  isSuspended: false,
  memory: null,
  reason: 'new-card',
});

const queueOf = (...ids: string[]): CardQueue => ({
  cards: ids.map(card),
  counts: {
    ...{ left: ids.length, due: 0, newCards: ids.length, later: 0 },
    ...{ doneToday: 0, newToday: 0, minutesToday: 0, minutesLeft: 1 },
  },
  nextDueAt: null,
  examDay: null,
  parameters: DEFAULT_PARAMETERS,
  now: NOW,
});

let count = 0;
function answer(session: ReviewSession, rating: CardRating, now: number) {
  count += 1;
  const rated = rate(showBack(session), {
    ...{ rating, now, id: `review-${count}`, timeZone: 'UTC', parameters: DEFAULT_PARAMETERS },
  });
  if (!rated) throw new Error('there was no card to answer');
  return rated;
}

describe('a sitting with cards', () => {
  it('takes no answer before the back was shown', () => {
    const session = startSession(queueOf('a'), NOW);

    expect(
      rate(session, { rating: 'good', now: NOW, id: 'x', timeZone: 'UTC', parameters: DEFAULT_PARAMETERS }),
    ).toBeUndefined();
  });

  it('shows a forgotten card again once its minute is over, before what is next', () => {
    let session = startSession(queueOf('a', 'b', 'c'), NOW);
    session = answer(session, 'again', NOW).session;
    expect(session.current?.id).toBe('b');

    session = answer(session, 'easy', NOW + 61_000).session;

    expect(session.current?.id).toBe('a');
    expect(progressOf(session)).toEqual({ done: 1, total: 3 });
  });

  it('takes a step before its time when nothing else is left, and ends when nothing is', () => {
    let session = startSession(queueOf('a'), NOW);
    session = answer(session, 'good', NOW + 5000).session;
    expect(session.current?.id).toBe('a');
    session = answer(session, 'good', NOW + 10_000).session;

    expect(session.current).toBeUndefined();
    expect(progressOf(session)).toEqual({ done: 1, total: 1 });
  });

  it('counts the seconds, but not those of somebody who went away', () => {
    const session = startSession(queueOf('a', 'b'), NOW);
    const quick = answer(session, 'easy', NOW + 6500);
    const slow = answer(quick.session, 'easy', NOW + 3_600_000);

    expect([quick.review.seconds, slow.review.seconds]).toEqual([6.5, 120]);
  });

  it('takes back the last answer, with the back still open', () => {
    const before = startSession(queueOf('a', 'b'), NOW);
    const after = undo(answer(before, 'again', NOW + 2000).session, NOW + 3000);

    expect(after.current).toEqual(before.current);
    expect([after.isBackShown, after.answered.length, after.upcoming.length]).toEqual([true, 0, 1]);
  });

  it('leaves a card that is set aside, and takes in what the server holds beyond', () => {
    let session = setAside(startSession(queueOf('a', 'b'), NOW), NOW);
    session = extended(session, queueOf('b', 'c'), NOW);

    expect([session.current?.id, session.upcoming.map(({ id }) => id)]).toEqual(['b', ['c']]);
  });
});

describe('a queue that was kept', () => {
  const reviewed = (cardId: string, at: number) => ({
    ...{ id: 'review', cardId, rating: 'good' as const, at, timeZone: 'UTC', seconds: 3 },
  });

  it('loses the cards that were answered since', () => {
    const { cards } = withoutAnswered(queueOf('a', 'b'), [reviewed('a', NOW)]);

    expect(cards.map(({ id }) => id)).toEqual(['b']);
  });

  it('keeps a card whose memory knows of the answer: it comes again in steps', () => {
    const { session, review } = answer(startSession(queueOf('a'), NOW), 'again', NOW + 1000);
    const kept = { ...queueOf(), cards: [...session.inSteps, ...(session.current ? [session.current] : [])] };

    expect(withoutAnswered(kept, [review]).cards.map(({ id }) => id)).toEqual(['a']);
  });
});
