import type { ReviewsTaken, SentReview } from '@cairn/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api.ts';
import { handTimers, quiet } from '../exam/testing-outbox.ts';
import { HELD_MILLISECONDS, ReviewOutbox } from './review-outbox.ts';
import type { HeldReview } from './review-store.ts';

const reviewOf = (id: string): SentReview => ({
  id,
  cardId: 'aif-c01/k',
  rating: 'good',
  at: 1,
  timeZone: 'UTC',
  seconds: 3,
});

const away = () => Promise.reject(new ApiProblem(0, 'unreachable', 'Cairn does not answer.'));

function bench(left: readonly HeldReview[] = []) {
  const timers = handTimers();
  const disk = new Map(left.map((held) => [held.id, held]));
  const log: string[] = [];
  let now = 0;
  const server = {
    answer: async (reviews: readonly SentReview[]): Promise<ReviewsTaken> => {
      for (const { id } of reviews) log.push(id);
      return { acknowledged: reviews.map(({ id }) => id), rejected: [], states: [] };
    },
  };
  const outbox = new ReviewOutbox({
    store: {
      load: async () => [...disk.values()],
      add: async (held) => void disk.set(held.id, held),
      remove: async (ids) => {
        for (const id of ids) disk.delete(id);
      },
      rememberQueue: async () => undefined,
      recallQueue: async () => undefined,
      forgetQueues: async () => undefined,
    },
    send: (reviews) => server.answer(reviews),
    now: () => now,
    later: timers.later,
  });
  const advance = async (milliseconds: number) => {
    now += milliseconds;
    await timers.advance(milliseconds);
    await quiet();
  };
  return { outbox, disk, log, server, advance };
}

describe('a review', () => {
  it('is on disk at once, held back for a moment, and gone once the server has it', async () => {
    const { outbox, disk, log, advance } = bench();
    outbox.record(reviewOf('one'));
    await quiet();
    expect([...disk.keys()]).toEqual(['one']);
    await advance(HELD_MILLISECONDS - 1);
    expect(log).toEqual([]);

    await advance(1);

    expect(log).toEqual(['one']);
    expect(disk.size).toBe(0);
    expect(outbox.state().waiting).toBe(0);
  });

  it('can be taken back while it is held, and not after', async () => {
    const { outbox, disk, log, advance } = bench();
    outbox.record(reviewOf('one'));
    expect(outbox.undo('one')).toBe(true);
    await advance(60_000);
    expect([log, disk.size]).toEqual([[], 0]);

    outbox.record(reviewOf('two'));
    await advance(HELD_MILLISECONDS);

    expect(outbox.undo('two')).toBe(false);
    expect(log).toEqual(['two']);
  });

  it('of an earlier visit is sent along', async () => {
    const { log, advance } = bench([{ id: 'old', review: reviewOf('old'), sendAt: 0 }]);
    await quiet();
    await advance(0);

    expect(log).toEqual(['old']);
  });

  it('stays until a server that was away is back', async () => {
    const { outbox, disk, log, server, advance } = bench();
    const { answer } = server;
    server.answer = away;
    outbox.record(reviewOf('one'));
    await advance(60_000);
    expect(outbox.state()).toMatchObject({ waiting: 1, isAway: true });
    expect(disk.size).toBe(1);

    server.answer = answer;
    await advance(60_000);

    expect(log).toEqual(['one']);
    expect(outbox.state()).toMatchObject({ waiting: 0, isAway: false });
  });

  it('that the server cannot read does not hold up the others, and is told', async () => {
    const { outbox, log, server, advance } = bench();
    const { answer } = server;
    server.answer = (reviews) =>
      reviews.some(({ id }) => id === 'odd')
        ? Promise.reject(new ApiProblem(400, 'bad-request', '"seconds" is below 0.'))
        : answer(reviews);
    for (const id of ['one', 'odd', 'two']) outbox.record(reviewOf(id));
    await advance(60_000);

    expect(log).toEqual(['one', 'two']);
    expect(outbox.state()).toMatchObject({ waiting: 0, refusal: '"seconds" is below 0.' });
  });
});

it('nothing is lost or sent under two ids, wherever the wire is cut', async () => {
  const step = fc.constantFrom('record', 'away', 'lost-answer', 'back', 'wait', 'undo');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { outbox, log, server, advance } = bench();
      const { answer } = server;
      const serve = (next: typeof answer) => {
        server.answer = next;
      };
      const kept = new Set<string>();
      const acts: Record<(typeof steps)[number], (i: number) => void | Promise<void>> = {
        record: (i) => {
          kept.add(`review-${i}`);
          outbox.record(reviewOf(`review-${i}`));
        },
        undo: () => {
          const last = [...kept].at(-1);
          if (last !== undefined && outbox.undo(last)) kept.delete(last);
        },
        away: () => serve(away),
        'lost-answer': () => serve((reviews) => answer(reviews).then(away)),
        back: () => serve(answer),
        wait: () => advance(3000),
      };
      for (const [i, one] of steps.entries()) await acts[one](i);
      server.answer = answer;
      await advance(120_000);

      expect(new Set(log)).toEqual(kept);
      expect(outbox.state().waiting).toBe(0);
    }),
    { numRuns: 40 },
  );
});
