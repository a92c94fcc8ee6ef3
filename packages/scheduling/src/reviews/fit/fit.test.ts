import { type Instant, seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../memory/algorithm.ts';
import type { CardMemory, MemoryParameters, Review } from '../../memory/card-memory.ts';
import { DAY_MILLISECONDS } from '../../memory/limits.ts';
import { recallAt } from '../../memory/recall.ts';
import { review } from '../../memory/review.ts';
import { judgeFit, logLoss, type Prediction, predictions, rmseBins } from './evaluate.ts';
import { splitInstant, trainingSet } from './training-set.ts';

const START = Date.UTC(2026, 0, 1);

/** A learner who forgets three times as fast as usual. */
const forgetful: MemoryParameters = {
  ...DEFAULT_PARAMETERS,
  weights: DEFAULT_PARAMETERS.weights.map((weight, i) => (i < 4 ? weight / 3 : i === 8 ? weight - 0.6 : weight)),
};

/** Reviews of this learner, scheduled by the usual weights: good if recalled, then on to the next. */
function learn(hidden: MemoryParameters, cards: number, seed: string): Review[][] {
  const rng = seededRng(seed);
  return Array.from({ length: cards }, (_, card) => {
    const log: Review[] = [];
    let [usual, own]: (CardMemory | undefined)[] = [];
    let at = (START + card * 3_600_000) as Instant;
    for (let i = 0; i < 8; i += 1) {
      const isRecalled = own?.phase !== 'review' || rng.next() < recallAt(own, at, hidden);
      const rating = isRecalled ? 'good' : 'again';
      log.push({ id: `${card}-${i}`, rating, at });
      usual = review(usual, rating, at, DEFAULT_PARAMETERS);
      own = review(own, rating, at, hidden);
      at = usual.dueAt;
    }
    return log;
  });
}

const logs = learn(forgetful, 120, 'forgetful');
const some = (recall: number, isRecalled: boolean): Prediction => ({
  recall,
  isRecalled,
  elapsedDays: 3,
  reviews: 2,
  lapses: 0,
});

describe('the training set', () => {
  it('asks for enough reviews', () => {
    expect(trainingSet(logs.slice(0, 40))).toEqual({ outcome: 'too-few', reviews: 320, needed: 400 });
  });

  it('gives each review on a later day with its history, the first at 0 days', () => {
    const day = (days: number) => (START + days * DAY_MILLISECONDS) as Instant;
    const log: Review[] = [
      { id: 'c', rating: 'again', at: day(4.2) },
      { id: 'a', rating: 'good', at: day(0) },
      { id: 'b', rating: 'easy', at: day(0.01) },
      { id: 'a', rating: 'good', at: day(0) },
      { id: 'd', rating: 'hard', at: day(4.9) },
    ];
    const set = trainingSet([log, ...logs]);
    if (set.outcome !== 'enough') throw new Error('too few');

    expect(set.items.slice(0, 2)).toEqual([
      [3, 4, 1].map((rating, i) => ({ rating, deltaT: [0, 0, 4][i] })),
      [3, 4, 1, 2].map((rating, i) => ({ rating, deltaT: [0, 0, 4, 1][i] })),
    ]);
    expect(set.items.every((item) => item[0]?.deltaT === 0 && (item.at(-1)?.deltaT ?? 0) > 0)).toBe(true);
  });

  it('keeps the last fifth of the reviews apart', () => {
    const split = splitInstant(logs);
    const held = logs.flat().filter(({ at }) => at >= split).length;

    expect(held / logs.flat().length).toBeCloseTo(0.2, 1);
    expect(trainingSet(logs, split)).not.toEqual(trainingSet(logs));
  });
});

describe('the measures', () => {
  it('are those of hand', () => {
    expect(logLoss([some(0.8, true), some(0.8, false)])).toBeCloseTo((-Math.log(0.8) - Math.log(0.2)) / 2, 12);
    expect(rmseBins([some(0.8, true), some(0.8, false)])).toBeCloseTo(0.3, 12);
    expect(rmseBins([some(0.5, true), some(0.5, false)])).toBe(0);
  });

  it('stay finite when somebody forgets what was certain', () => {
    expect(logLoss([some(1, false)])).toBeLessThan(14);
  });

  it('are better for the weights that made the reviews', () => {
    const [own, usual] = [forgetful, DEFAULT_PARAMETERS].map((parameters) => predictions(logs, parameters));

    expect(logLoss(own ?? [])).toBeLessThan(logLoss(usual ?? []));
    expect(rmseBins(own ?? [])).toBeLessThan(rmseBins(usual ?? []));
  });
});

describe('fitted parameters', () => {
  const from = splitInstant(logs);

  it('are taken if they predict later reviews better', () => {
    const verdict = judgeFit(logs, { fitted: forgetful, present: DEFAULT_PARAMETERS }, from);

    expect(verdict).toMatchObject({ isBetter: true });
    expect(verdict.reviews).toBeGreaterThan(100);
  });

  it('are refused if they do not, or if nothing is left to try them on', () => {
    expect(judgeFit(logs, { fitted: DEFAULT_PARAMETERS, present: forgetful }, from).isBetter).toBe(false);
    expect(judgeFit(logs, { fitted: forgetful, present: forgetful }, from).isBetter).toBe(false);
    expect(judgeFit(logs, { fitted: forgetful, present: DEFAULT_PARAMETERS }, Number.POSITIVE_INFINITY)).toMatchObject({
      isBetter: false,
      reviews: 0,
    });
  });
});
