import { describe, expect, it } from 'vitest';
import { responsesOf } from '../../responses/responses.ts';
import { calibrate } from '../calibrate.ts';
import type { ModelName } from '../options.ts';
import reference from './reference-mirt.json' with { type: 'json' };
import { standardErrors } from './standard-errors.ts';

const QUADRATURE = { nodes: 121, from: -8, to: 8 };

const CASES = reference.sets.flatMap(({ name, answers, weights, fits }) => {
  const rows = responsesOf(answers.map((row) => Array.from(row, Number)));
  const responses = weights === null ? rows : { ...rows, weights: Float64Array.from(weights) };
  return fits.map((fit) => ({ name, responses, fit, model: fit.model as ModelName })); // the file names our models
});

describe.each(CASES)('$name, $model', ({ responses, fit, model }) => {
  const calibrated = calibrate(responses, { model, tolerance: 1e-7, quadrature: QUADRATURE, maximumIterations: 3000 });
  if (calibrated.outcome !== 'calibrated') throw new Error('no calibration');
  const errors = standardErrors(responses, calibrated);
  if (errors.outcome !== 'computed') throw new Error(errors.message);

  it('has the standard errors that mirt has', () => {
    errors.items.forEach((item, j) => {
      const [a = 0, d = 0] = item?.intercepts.standardErrors ?? [];
      expect(Math.abs(a - (fit.slopeErrors[j] ?? 0))).toBeLessThan(1e-5);
      expect(Math.abs(d - Number(fit.interceptErrors[j]))).toBeLessThan(1e-5);
    });
    if (fit.varianceError !== null)
      expect(Math.abs(Number(errors.latent[0]?.variance) - fit.varianceError)).toBeLessThan(1e-5);
  });
});
