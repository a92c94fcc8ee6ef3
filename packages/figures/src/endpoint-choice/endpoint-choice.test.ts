import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGIN, breakEven, cheapest, costCurve, costPerHour, OPTION_IDS, type Setting, verdictsOf } from './model.ts';
import { duration, megabytes, sentence } from './words.ts';

const possible = (part: Partial<Setting>) =>
  verdictsOf({ ...BEGIN, ...part })
    .filter(({ obstacles }) => obstacles.length === 0)
    .map(({ id }) => id);

describe('what is possible', () => {
  it.each<[string, Partial<Setting>, readonly string[]]>([
    ['an impatient caller', { waitSeconds: 1 }, ['real-time']],
    ['a caller who can stand a cold start', { waitSeconds: 30 }, ['real-time', 'serverless']],
    ['a large file', { payloadMegabytes: 500, waitSeconds: 3600 * 3 }, ['asynchronous', 'batch']],
    ['ten minutes of computing', { secondsEach: 600, waitSeconds: 3600 }, ['asynchronous']],
    ['a nightly run', { secondsEach: 7200, waitSeconds: 86_400 }, ['batch']],
    ['a large file and no patience', { payloadMegabytes: 500, waitSeconds: 5 }, []],
  ])('for %s', (_, part, ids) => {
    expect(possible(part)).toEqual(ids);
  });

  it('only grows with patience', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1e5, noNaN: true }),
        fc.double({ min: 0.01, max: 3600, noNaN: true }),
        (waitSeconds, secondsEach) => {
          const patient = possible({ waitSeconds: waitSeconds * 2, secondsEach });

          expect(patient).toEqual(expect.arrayContaining(possible({ waitSeconds, secondsEach })));
        },
      ),
    );
  });
});

describe('costs', () => {
  it('are those worked out by hand', () => {
    const setting = {
      ...BEGIN,
      requestsPerHour: 3600,
      secondsEach: 2,
      instanceHourPrice: 1,
      serverlessSecondPrice: 0.001,
    };

    expect(costPerHour('real-time', setting)).toBe(3); // 2 busy instances at 70 %
    expect(costPerHour('serverless', setting)).toBeCloseTo(7.2, 12);
    expect(costPerHour('batch', setting)).toBeCloseTo(2 + 0.1 / 24, 12);
  });

  it('never fall with load', () => {
    for (const id of OPTION_IDS) {
      const costs = costCurve(id, BEGIN).map(({ cost }) => cost);

      expect(costs).toEqual([...costs].sort((a, b) => a - b));
    }
  });

  it('of one instance and of serverless meet at the break-even load', () => {
    const requestsPerHour = breakEven(BEGIN);

    expect(costPerHour('serverless', { ...BEGIN, requestsPerHour })).toBeCloseTo(BEGIN.instanceHourPrice, 12);
  });

  it('decide only among what is possible', () => {
    expect(cheapest(verdictsOf({ ...BEGIN, waitSeconds: 1 }))?.id).toBe('real-time');
    expect(cheapest(verdictsOf({ ...BEGIN, requestsPerHour: 5, waitSeconds: 30 }))?.id).toBe('serverless');
    expect(cheapest(verdictsOf({ ...BEGIN, payloadMegabytes: 500, waitSeconds: 1 }))).toBeUndefined();
  });
});

describe('words', () => {
  it('name amounts as people do', () => {
    expect([0.05, 1.5, 60, 600, 86_400].map(duration)).toEqual(['50 ms', '1.5 s', '60 s', '10 min', '24 h']);
    expect([0.2, 25, 1000].map(megabytes)).toEqual(['0.2 MB', '25 MB', '1 GB']);
  });

  it('say what to change when nothing fits', () => {
    expect(sentence({ ...BEGIN, payloadMegabytes: 500, waitSeconds: 1 })).toContain('Let the caller wait longer');
  });
});
