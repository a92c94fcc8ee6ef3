import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { categoryCurve } from '../items/calibrated-item.ts';
import { NOT_PRESENTED, responsesOf } from '../responses/responses.ts';
import { calibrate } from './calibrate.ts';
import { collapseEmptyCategories } from './empty-categories.ts';
import { standardErrors } from './standard-errors/standard-errors.ts';

describe('scores that nobody reached', () => {
  const responses = responsesOf([
    [0, 0, 2],
    [1, 3, 2],
    [null, 4, 2],
  ]);

  it('are skipped, and the map back is kept', () => {
    const { responses: packed, scoresOf, collapsed } = collapseEmptyCategories(responses);

    expect([...packed.scores]).toEqual([0, 0, 2, 1, 1, 2, NOT_PRESENTED, 2, 2]);
    expect(scoresOf).toEqual([[0, 1], [0, 3, 4], [2]]);
    expect(collapsed).toEqual([1]);
  });

  it('change nothing where there are none', () => {
    const full = responsesOf([[0], [1], [2]]);

    expect(collapseEmptyCategories(full).responses).toBe(full);
  });
});

describe('a graded response calibration with an empty category', () => {
  const rng = seededRng(12);
  const rows = Array.from({ length: 600 }, () => {
    const theta = rng.normal();
    return [0, 1, 2, 3, 4].map((j) => {
      const { probabilities } = categoryCurve(theta, { kind: 'graded', a: 1.2, thresholds: [-1, 0, 1] });
      let rest = rng.next();
      const score = probabilities.findIndex((p) => {
        rest -= p;
        return rest < 0;
      });
      return j === 2 && score === 1 ? 0 : score;
    });
  });
  const whole = responsesOf(rows);
  const { responses, collapsed } = collapseEmptyCategories(whole);

  it('has the likelihood of the collapsed one, and flags the item', () => {
    const flagged = calibrate(whole, { model: 'grm' });
    const sound = calibrate(responses, { model: 'grm' });
    if (flagged.outcome !== 'calibrated' || sound.outcome !== 'calibrated') throw new Error('no calibration');

    expect(collapsed).toEqual([2]);
    expect(flagged.items.map(({ flags }) => flags.includes('empty-category'))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(flagged.logLikelihood - sound.logLikelihood).toBeLessThan(1e-3);
    expect(flagged.logLikelihood - sound.logLikelihood).toBeGreaterThan(-0.5);
    expect(standardErrors(responses, sound).outcome).toBe('computed');
  });

  it('is named where it keeps the others from having standard errors', () => {
    const found = calibrate(whole, { model: 'gpcm' });
    if (found.outcome !== 'calibrated') throw new Error('no calibration');

    expect(standardErrors(whole, found)).toMatchObject({
      outcome: 'not-identified',
      message: expect.stringContaining('On item 3 some score below the highest does not occur'),
    });
  });
});
