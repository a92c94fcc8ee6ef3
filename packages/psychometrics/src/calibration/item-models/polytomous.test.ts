import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { categoryCurve } from '../../items/calibrated-item.ts';
import { gradedModel } from './graded.ts';
import { partialCreditModel } from './partial-credit.ts';

const NODES = Float64Array.from({ length: 21 }, (_, q) => -5 + q * 0.5);
const MODELS = [
  { name: 'graded response', model: gradedModel(4), parameters: Float64Array.of(1.3, 1.7, 0.2, -1.1) },
  { name: 'graded response, negative slope', model: gradedModel(3), parameters: Float64Array.of(-0.7, 0.4, -0.9) },
  { name: 'graded response of two categories', model: gradedModel(2), parameters: Float64Array.of(0.8, -0.4) },
  { name: 'partial credit', model: partialCreditModel(4), parameters: Float64Array.of(0.9, -0.3, 0.8, -1.2) },
  { name: 'partial credit of two categories', model: partialCreditModel(2), parameters: Float64Array.of(1.4, 0.3) },
];

function countsFor(categories: number, seed: number): Float64Array {
  const rng = seededRng(seed);
  return Float64Array.from({ length: categories * NODES.length }, () => (rng.next() < 0.1 ? 0 : 20 * rng.next()));
}

describe.each(MODELS)('$name', ({ model, parameters }) => {
  const order = parameters.length;
  const derivativesAt = (point: Float64Array, counts: Float64Array) => {
    const gradient = new Float64Array(order);
    const information = new Float64Array(order * order);
    return { objective: model.derivatives(point, NODES, counts, gradient, information), gradient, information };
  };
  const probabilitiesAt = (point: Float64Array) => {
    const table = new Float64Array(model.categories * NODES.length);
    model.probabilities(point, NODES, table);
    return table;
  };
  const moved = (i: number, step: number) => parameters.map((value, k) => (k === i ? value + step : value));

  it('has the curves of the calibrated item', () => {
    const table = probabilitiesAt(parameters);
    const item = model.toItem(parameters);

    NODES.forEach((theta, q) => {
      categoryCurve(theta, item).probabilities.forEach((p, k) => {
        expect(Math.abs(Number(table[k * NODES.length + q]) - p)).toBeLessThan(1e-14);
      });
    });
  });

  it('has the gradient that differences of its objective give', () => {
    const counts = countsFor(model.categories, 5);
    const { gradient } = derivativesAt(parameters, counts);

    gradient.forEach((slope, i) => {
      const rise = derivativesAt(moved(i, 1e-5), counts).objective - derivativesAt(moved(i, -1e-5), counts).objective;
      expect(slope / (rise / 2e-5)).toBeCloseTo(1, 6);
    });
  });

  it('has the information that differences of its probabilities give', () => {
    const counts = countsFor(model.categories, 6);
    const { information } = derivativesAt(parameters, counts);
    const table = probabilitiesAt(parameters);
    const slopes = Array.from(parameters, (_, i) => {
      const [up, down] = [probabilitiesAt(moved(i, 1e-5)), probabilitiesAt(moved(i, -1e-5))];
      return up.map((p, cell) => (p - Number(down[cell])) / 2e-5);
    });
    const persons = NODES.map((_, q) =>
      counts.reduce((sum, n, cell) => (cell % NODES.length === q ? sum + n : sum), 0),
    );

    for (let i = 0; i < order; i += 1) {
      for (let j = 0; j < order; j += 1) {
        const expected = table.reduce((sum, p, cell) => {
          const product = Number(slopes[i]?.[cell]) * Number(slopes[j]?.[cell]);
          return sum + (Number(persons[cell % NODES.length]) * product) / p;
        }, 0);
        expect(Math.abs(Number(information[i * order + j]) - expected)).toBeLessThan(1e-5 * (1 + Math.abs(expected)));
      }
    }
  });

  it('keeps its curves on another scale', () => {
    const [mean, sd] = [0.4, 1.7];
    const rescaled = Float64Array.from(parameters);
    model.rescale(rescaled, mean, sd);
    const there = categoryCurve((1.2 - mean) / sd, model.toItem(rescaled)).probabilities;

    categoryCurve(1.2, model.toItem(parameters)).probabilities.forEach((p, k) => {
      expect(there[k]).toBeCloseTo(p, 12);
    });
  });

  it('reads its own report back, and knows how it moves with the parameters', () => {
    const reported = (point: Float64Array) => {
      const item = model.toItem(point);
      return item.kind === 'dichotomous' ? [] : [item.a, ...item.thresholds];
    };
    const jacobian = model.jacobian(parameters);

    model.fromItem(model.toItem(parameters)).forEach((value, i) => {
      expect(value).toBeCloseTo(Number(parameters[i]), 12);
    });
    for (let j = 0; j < order; j += 1) {
      const [up, down] = [reported(moved(j, 1e-6)), reported(moved(j, -1e-6))];
      for (let i = 0; i < order; i += 1) {
        const slope = (Number(up[i]) - Number(down[i])) / 2e-6;
        expect(Math.abs(Number(jacobian[i * order + j]) - slope)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
      }
    }
  });

  it('starts at admissible numbers when a category was never chosen', () => {
    const observed = new Float64Array(model.categories).fill(30);
    observed[model.categories - 1] = 0;

    expect(derivativesAt(model.start(observed), countsFor(model.categories, 7)).objective).toBeGreaterThan(-1e6);
  });
});

describe('a graded item', () => {
  const model = gradedModel(3);

  it('refuses intercepts that do not fall', () => {
    const [gradient, information] = [new Float64Array(3), new Float64Array(9)];

    const objective = model.derivatives(Float64Array.of(1, 0.5, 0.5), NODES, countsFor(3, 8), gradient, information);

    expect(objective).toBe(Number.NEGATIVE_INFINITY);
  });

  it('makes every answer unlikely where intercepts do not fall, so that no search stays there', () => {
    const out = new Float64Array(3 * NODES.length);
    model.probabilities(Float64Array.of(1, 0.5, 0.6), NODES, out);

    expect(Math.max(...out)).toBeLessThan(1e-50);
  });

  it('keeps its digits far out, where both neighbouring curves are 1', () => {
    const out = new Float64Array(3);
    model.probabilities(Float64Array.of(1, 0, -1), Float64Array.of(40), out);

    expect(Number(out[1]) / (Math.exp(-40) * (Math.E - 1))).toBeCloseTo(1, 12);
  });

  it('says what does not fit it', () => {
    expect(() => gradedModel(1)).toThrow('an item of 1 categories cannot be modelled');
    expect(() => model.fromItem({ kind: 'dichotomous', a: 1, b: 0, c: 0 })).toThrow('kind dichotomous');
    expect(() => model.fromItem({ kind: 'graded', a: 1, thresholds: [0] })).toThrow('2 categories in a model of 3');
  });
});
