import { describe, expect, it } from 'vitest';
import { BEGIN, EPOCHS, meanSquaredError, stepOn, stopOf, train } from './model.ts';
import { hasDiverged, sentence } from './words.ts';

describe('a step of gradient descent', () => {
  it('moves the weight by rate × slope, worked by hand', () => {
    const batch = [
      { x: [1], y: 2 },
      { x: [3], y: 4 },
    ];

    // At weight 1 the errors are −1 and −1, the slope 2·(−1·1 − 1·3)/2 = −4.
    expect(stepOn(batch, [1], 0.1)).toEqual([1.4]);
    expect(meanSquaredError(batch, [1])).toBe(1);
  });
});

describe('early stopping', () => {
  const losses = [5, 4, 3, 3.5, 3.2, 2.9, 3.1, 3.3, 3.4].map((validation, epoch) => ({
    epoch,
    training: 1,
    validation,
  }));

  it('ends after so many epochs without a better loss, and keeps the best', () => {
    expect(stopOf(losses, 2)).toMatchObject({ best: { epoch: 2 }, last: { epoch: 4 }, isEarly: true });
    expect(stopOf(losses, 3)).toMatchObject({ best: { epoch: 5 }, last: { epoch: 8 }, isEarly: true });
  });

  it('runs to the end where patience is longer than the wait', () => {
    expect(stopOf(losses, 30)).toMatchObject({ best: { epoch: 5 }, last: { epoch: 8 }, isEarly: false });
  });
});

describe('training', () => {
  const losses = train(BEGIN);

  it('lowers the training loss on and on, while the validation loss turns', () => {
    const end = losses.at(-1);
    const least = Math.min(...losses.map(({ validation }) => validation));

    expect(losses).toHaveLength(EPOCHS + 1);
    expect(end?.training).toBeLessThan(0.5);
    expect(end?.validation).toBeGreaterThan(least * 1.1);
  });

  it('never gets far below the noise on rows it has not seen', () => {
    for (const { validation } of losses) expect(validation).toBeGreaterThan(0.6);
  });

  it('closes the gap with more rows', () => {
    const gap = (rows: number) => {
      const end = train({ ...BEGIN, rows }).at(-1);
      return (end?.validation ?? 0) - (end?.training ?? 0);
    };

    expect(gap(400)).toBeLessThan(gap(60) / 3);
  });

  it('runs away with too large a rate, and says so', () => {
    const wild = train({ ...BEGIN, learningRate: 0.2 });

    expect(hasDiverged(wild)).toBe(true);
    expect(sentence({ ...BEGIN, learningRate: 0.2 }, wild, stopOf(wild, 10))).toContain('overshoots');
  });
});
