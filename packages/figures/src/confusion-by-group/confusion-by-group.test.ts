import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASE_RATE_A, BEGIN, binsOf, closing, drawGroup, gapsOf, PEOPLE, ratesAt } from './model.ts';
import { sentence } from './words.ts';

const a = drawGroup('A', BEGIN);
const b = drawGroup('B', BEGIN);

it('counts the rates of four people as by hand', () => {
  const people = [
    { score: 0.9, isGood: true },
    { score: 0.4, isGood: true },
    { score: 0.6, isGood: false },
    { score: 0.1, isGood: false },
  ];

  expect(ratesAt(people, 0.5)).toEqual({
    truePositives: 1,
    falsePositives: 1,
    falseNegatives: 1,
    trueNegatives: 1,
    selection: 0.5,
    truePositiveRate: 0.5,
    falsePositiveRate: 0.5,
    precision: 0.5,
  });
  expect(ratesAt(people, 1).precision).toBeUndefined();
});

describe('the groups', () => {
  it('have the share of repayers that is said', () => {
    expect(a.filter(({ isGood }) => isGood)).toHaveLength(BASE_RATE_A * PEOPLE);
    expect(drawGroup('B', { baseRateB: 0.25, seed: 1 }).filter(({ isGood }) => isGood)).toHaveLength(250);
    expect(binsOf(a).reduce((sum, { good, bad }) => sum + good + bad, 0)).toBe(PEOPLE);
  });

  it('are treated unlike by one threshold', () => {
    const { demographicParity, equalOpportunity } = gapsOf(ratesAt(a, 0.5), ratesAt(b, 0.5));

    expect(demographicParity).toBeGreaterThan(0.1);
    expect(equalOpportunity).toBeGreaterThan(0.05);
  });
});

describe('closing a difference', () => {
  it('brings it near zero, and the other one not, where base rates differ', () => {
    const at = ratesAt(a, 0.5);
    const fair = ratesAt(b, closing('equalOpportunity', at, b));
    const even = ratesAt(b, closing('demographicParity', at, b));

    expect(Math.abs(gapsOf(at, fair).equalOpportunity)).toBeLessThan(0.02);
    expect(Math.abs(gapsOf(at, fair).demographicParity)).toBeGreaterThan(0.07);
    expect(Math.abs(gapsOf(at, even).demographicParity)).toBeLessThan(0.02);
    expect(Math.abs(gapsOf(at, even).equalOpportunity)).toBeGreaterThan(0.04);
    expect(sentence(at, fair)).toContain('equal opportunity');
    expect(sentence(at, even)).toContain('demographic parity');
  });

  it('never makes it larger than leaving the threshold alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (step) => {
        const at = ratesAt(a, step / 100);
        const own = Math.abs(gapsOf(at, ratesAt(b, step / 100)).equalOpportunity);
        const closed = ratesAt(b, closing('equalOpportunity', at, b));
        expect(Math.abs(gapsOf(at, closed).equalOpportunity)).toBeLessThanOrEqual(own);
      }),
      { numRuns: 8 },
    );
  });
});
