import { randomUUID } from 'node:crypto';
import type { SentReview } from '@cairn/contract';
import { SINGLE_LEARNER_ID } from '@cairn/db';
import { type Instant, seededRng } from '@cairn/kernel';
import { type CardMemory, DEFAULT_PARAMETERS, recallAt, review } from '@cairn/scheduling';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';
import { deckMaker } from './deck.ts';
import { DeckCache } from './deck-cache.ts';
import { DeckRepository } from './deck-repository.ts';
import { Fitting } from './fitting.ts';
import { fitWeights } from './optimizer.ts';
import { ReviewRepository } from './review-repository.ts';
import { SettingsRepository } from './settings-repository.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  const log = logOfLearner();
  server.clock.advance(3650 * DAY);
  for (const reviews of log) await server.call('POST', '/api/cards/reviews', { reviews });
});
afterAll(() => server?.drop());

const DAY = 86_400_000;
/** What is recalled lasts less than half as much longer as with most learners. */
const HIDDEN = {
  ...DEFAULT_PARAMETERS,
  weights: DEFAULT_PARAMETERS.weights.map((weight, i) => (i === 8 ? weight - 1.2 : weight)),
};

/** Somebody who forgets faster than most: 60 cards, each reviewed on ten days by the usual intervals, at most 60 days. */
function logOfLearner(): SentReview[][] {
  const rng = seededRng('a learner who forgets fast');
  const [hidden, seen] = [new Map<string, CardMemory>(), new Map<string, CardMemory>()];
  const start = server.clock.now();
  return [...server.learning.cards.keys()].slice(0, 60).map((cardId) => {
    let at = start;
    return Array.from({ length: 10 }, (): SentReview => {
      const memory = hidden.get(cardId);
      const isKnown = memory === undefined || rng.next() < recallAt(memory, at, HIDDEN);
      const rating = isKnown ? 'good' : 'again';
      hidden.set(cardId, review(memory, rating, at, HIDDEN));
      const shown = review(seen.get(cardId), rating, at, { ...DEFAULT_PARAMETERS, maximumIntervalDays: 60 });
      seen.set(cardId, shown);
      const answer = { id: randomUUID(), cardId, rating, at, timeZone: 'UTC', seconds: 5 } as const;
      at = Math.max(at + DAY, shown.dueAt) as Instant;
      return answer;
    });
  });
}

function fittingWith(weights: readonly number[] | undefined) {
  const { db, clock, learning, library } = server;
  const deck = new DeckRepository(db);
  const decks = new DeckCache(deck, deckMaker(learning, library));
  const stored = { db, clock, deck, decks, reviews: new ReviewRepository(db), settings: new SettingsRepository(db) };
  return new Fitting({ ...stored, fitWeights: async () => weights && [...weights] });
}

const shown = async () => (await server.call('GET', '/api/study-settings')).json.fitted;
const states = () =>
  server.db.selectFrom('cardStates').select(['cardId', 'memory', 'dueAt']).orderBy('cardId').execute();

describe('weights fitted to a learner', () => {
  it.each([
    [
      'worse on reviews they have not seen',
      DEFAULT_PARAMETERS.weights.map((weight, i) => (i < 4 ? weight * 40 : weight)),
    ],
    ['not to be had on this platform', undefined],
  ])('are left where they are %s', async (_, weights) => {
    expect(await fittingWith(weights).fit(SINGLE_LEARNER_ID)).toBe(false);
    expect(await shown()).toBeNull();
  });

  it('are taken where they predict better: memories follow, due days stay', async () => {
    const before = await states();

    expect(await fittingWith(HIDDEN.weights).fit(SINGLE_LEARNER_ID)).toBe(true);

    const after = await states();
    expect(await shown()).toMatchObject({ reviews: 600 });
    expect(after.map(({ dueAt }) => dueAt)).toEqual(before.map(({ dueAt }) => dueAt));
    expect(after.map(({ memory }) => memory)).not.toEqual(before.map(({ memory }) => memory));
    expect(await fittingWith(HIDDEN.weights).fit(SINGLE_LEARNER_ID)).toBe(false);
  });
});

it('the optimizer, where it is installed, gives 21 weights', async () => {
  const items = Array.from({ length: 400 }, (_, i) => [
    { rating: 3, deltaT: 0 } as const,
    { rating: i % 7 === 0 ? 1 : 3, deltaT: 1 + (i % 9) } as const,
  ]);

  const weights = await fitWeights(items);

  expect(weights?.length ?? 21).toBe(21);
});
