import type { CardQueue, SentReview } from '@cairn/contract';
import { DEFAULT_PARAMETERS } from '@cairn/scheduling';
import type { LocalApi } from '@cairn/server';
import { describe, expect, it } from 'vitest';
import { reviewInTerminal, waitText } from './review-session.ts';

const card = (id: string): CardQueue['cards'][number] => ({
  ...{ id, origin: 'content', exam: 'aif-c01', task: 'aif-c01/1.1', front: `front of ${id}`, back: `back of ${id}` },
  ...{ tags: [], sources: [], isSuspended: false, memory: null, reason: 'new-card' },
});

/** A deck whose cards go once they were answered. */
function bench(...ids: string[]) {
  const rejected: { id: string; message: string }[] = [];
  const reviews: SentReview[] = [];
  const shown: string[] = [];
  const call = async (_method: string, path: string, body?: unknown) => {
    if (path.startsWith('/api/cards/reviews')) {
      if (rejected.length === 0) reviews.push(...(body as { reviews: SentReview[] }).reviews);
      return { acknowledged: [], rejected, states: [] };
    }
    const cards = ids.filter((id) => !reviews.some(({ cardId }) => cardId === id)).map(card);
    return { cards, counts: { left: cards.length }, nextDueAt: null, parameters: DEFAULT_PARAMETERS };
  };
  const run = (lines: readonly string[], limit?: number) => {
    const input = [...lines];
    return reviewInTerminal({
      api: { call: call as LocalApi['call'] },
      answers: { next: async () => input.shift() },
      print: (text) => shown.push(text),
      now: () => 1_763_715_600_000,
      timeZone: 'UTC',
      exam: undefined,
      limit,
    });
  };
  return { run, reviews, shown, rejected };
}

describe('a review in the terminal', () => {
  it('shows the back only when asked, and stores each answer', async () => {
    const { run, reviews, shown } = bench('a', 'b');

    const done = await run(['', '3', '', '1']);

    expect(reviews.map(({ cardId, rating }) => [cardId, rating])).toEqual([
      ['a', 'good'],
      ['b', 'again'],
    ]);
    expect(shown.findIndex((text) => text.includes('back of a'))).toBeGreaterThan(
      shown.findIndex((text) => text.includes('front of a')),
    );
    expect(done).toMatchObject({ answers: 2, left: 0 });
  });

  it('ends with a sentence when an answer is refused, instead of asking the same card for ever', async () => {
    const { run, rejected } = bench('a');
    rejected.push({ id: 'x', message: 'The card is gone.' });

    await expect(run(['', '3'])).rejects.toThrow('The answer was not taken: The card is gone.');
  });

  it('asks again for what is no rating, and stops when the input ends or somebody quits', async () => {
    const { run, reviews, shown } = bench('a', 'b');

    expect(await run(['', '7', '4', '', 'q'])).toMatchObject({ answers: 1, left: 1 });
    expect(shown.some((text) => text.startsWith('"7" is no rating'))).toBe(true);
    expect(await run([])).toMatchObject({ answers: 0 });
    expect(reviews).toHaveLength(1);
  });

  it('ends at the limit', async () => {
    expect(await bench('a', 'b', 'c').run(['', '4', '', '4', '', '4'], 2)).toMatchObject({ answers: 2, left: 1 });
  });
});

it.each([
  [60_000, '1 min'],
  [7_200_000, '2 h'],
  [86_400_000 * 8, '8 d'],
])('%i ms is said as %s', (wait, text) => {
  expect(waitText(wait)).toBe(text);
});
