import type { ReadinessValidation } from '@cairn/psychometrics';
import { expect, it } from 'vitest';
import { studiesOf } from './validation.ts';

const study: ReadinessValidation['studies'][number] = {
  id: 'simulated',
  title: 'Simulated candidates',
  about: 'Made up.',
  seed: 's',
  count: 40,
  passRate: 0.55,
  brier: 0.2,
  parts: { reliability: 0.01, resolution: 0.06, uncertainty: 0.25 },
  logLoss: 0.6,
  calibrationError: 0.02,
  bins: [{ count: 40, predicted: 0.5, observed: 0.55, low: 0.45, high: 0.65 }],
  compared: [{ name: 'always the pass rate', brier: 0.25 }],
  best: { candidates: 10, readiness: 0.2, sameEvidence: 0.19, allKnowing: 0.1 },
};

it('a shipped study has the measures of recorded outcomes, and the scores of other rules as facts', () => {
  const [shown] = studiesOf({ schema: 'readiness-validation/1', date: '2026-11-21', studies: [study] });

  expect(shown?.reliability).toEqual({
    n: 40,
    passed: 22,
    isEnough: false,
    wanted: 50,
    brier: 0.2,
    parts: study.parts,
    logLoss: 0.6,
    calibrationError: 0.02,
    bins: [{ n: 40, predicted: 0.5, observed: { low: 0.45, estimate: 0.55, high: 0.65 } }],
  });
  expect(shown).toMatchObject({ id: 'simulated', summary: 'Made up.', ranOn: '2026-11-21' });
  expect(shown?.facts).toEqual([
    { name: 'Brier score: always the pass rate', value: 0.25 },
    { name: 'Brier score on 10 of them, readiness', value: 0.2 },
    { name: 'Brier score on 10 of them, best possible from the same answers', value: 0.19 },
    { name: 'Brier score on 10 of them, knowing every true difficulty', value: 0.1 },
  ]);
});
