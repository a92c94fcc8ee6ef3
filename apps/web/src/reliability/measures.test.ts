import type { Reliability } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { curveSentence, measuresOf, rulesOf, shortCount } from './measures.ts';

const bin = (n: number, predicted: number, estimate: number) => ({
  n,
  predicted,
  observed: { low: estimate - 0.05, estimate, high: estimate + 0.05 },
});

const found: Reliability = {
  n: 1000,
  passed: 400,
  isEnough: true,
  wanted: 50,
  brier: 0.1612,
  parts: { reliability: 0.001, resolution: 0.08, uncertainty: 0.24 },
  logLoss: 0.49,
  calibrationError: 0.0213,
  bins: [bin(500, 0.2, 0.22), bin(300, 0.66, 0.64), bin(200, 0.95, 0.9)],
};

describe('the measures of reliability', () => {
  it('stand beside what the simplest rule scores', () => {
    const measures = measuresOf(found);

    expect(measures.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Calibration error: 2.1 points',
      'Brier score: 0.161',
      'Log loss: 0.490',
    ]);
    expect(measures[1]?.meaning).toContain('Saying 40 % to everybody scores 0.240.');
  });

  it('are not there where nothing was measured', () => {
    const empty = {
      ...found,
      n: 0,
      passed: 0,
      brier: null,
      parts: null,
      logLoss: null,
      calibrationError: null,
      bins: [],
    };

    expect(measuresOf(empty)).toEqual([]);
    expect(curveSentence(empty)).toBe('No prediction has an outcome yet.');
  });
});

it('the curve is told by the bin around 70 %', () => {
  expect(curveSentence(found)).toBe(
    '1,000 predictions. Of those told about 66 %, 64 % passed (80 % interval 59 % to 69 %).',
  );
});

it('counts beside points fit a phone', () => {
  expect([7, 940, 1234, 12_600].map(shortCount)).toEqual(['7', '940', '1.2k', '13k']);
});

it('other ways to state a chance stand beside the own one, the best first', () => {
  const facts = [
    { name: 'Brier score: 80 % twice', value: 0.21 },
    { name: 'Candidates', value: 4000 },
    { name: 'Brier score: best possible', value: 0.15 },
  ];
  const study = { id: 'a', title: 'a', summary: 'a', ranOn: '2026-11-21', reliability: found, facts };

  expect(rulesOf(study).rules.map(({ name }) => name)).toEqual([
    'best possible',
    'Cairn’s readiness',
    '80 % right at least twice',
  ]);
  expect(rulesOf(study).facts).toEqual([{ name: 'Candidates', value: 4000 }]);
});
