import type { GridPoint } from '../grid.ts';
import { type CalibratedItem, categoryCurve } from '../items/calibrated-item.ts';
import type { Anchor } from './anchor.ts';
import type { ScaleTransformation } from './transformation.ts';

/** What is compared at one ability of the target scale: numbers and their slopes dP/dθ. */
type Comparison = { readonly values: readonly number[]; readonly slopes: readonly number[] };
type Compared = (theta: number, items: readonly CalibratedItem[]) => Comparison;

/** Every category of every item: Haebara's criterion. */
const categories: Compared = (theta, items) => {
  const curves = items.map((item) => categoryCurve(theta, item));
  return { values: curves.flatMap((c) => c.probabilities), slopes: curves.flatMap((c) => c.slopes) };
};

/** The expected total score: Stocking and Lord's criterion. */
const totals: Compared = (theta, items) => {
  const { values, slopes } = items.reduce(
    (sum, item) => {
      const { probabilities, slopes: steep } = categoryCurve(theta, item);
      return {
        values: sum.values + probabilities.reduce((score, p, k) => score + k * p, 0),
        slopes: sum.slopes + steep.reduce((score, s, k) => score + k * s, 0),
      };
    },
    { values: 0, slopes: 0 },
  );
  return { values: [values], slopes: [slopes] };
};

const STEP_LIMIT = 200;
const PRECISION = 1e-12;

type Normal = { loss: number; aa: number; ab: number; bb: number; ga: number; gb: number };

/** Squared differences over the grid with their Gauss–Newton equations in slope (a) and intercept (b). */
function normalEquations(target: readonly Comparison[], anchors: Problem, at: ScaleTransformation): Normal {
  const sums: Normal = { loss: 0, aa: 0, ab: 0, bb: 0, ga: 0, gb: 0 };
  anchors.grid.forEach(({ theta, weight }, q) => {
    const there = (theta - at.intercept) / at.slope;
    const { values, slopes } = anchors.compared(there, anchors.items);
    target[q]?.values.forEach((goal, i) => {
      const rest = goal - (values[i] ?? 0);
      const byIntercept = -(slopes[i] ?? 0) / at.slope;
      const bySlope = byIntercept * there;
      sums.loss += weight * rest * rest;
      sums.aa += weight * bySlope * bySlope;
      sums.ab += weight * bySlope * byIntercept;
      sums.bb += weight * byIntercept * byIntercept;
      sums.ga += weight * bySlope * rest;
      sums.gb += weight * byIntercept * rest;
    });
  });
  return sums;
}

type Problem = {
  readonly items: readonly CalibratedItem[];
  readonly grid: readonly GridPoint[];
  readonly compared: Compared;
};

/** One damped Gauss–Newton step; the slope stays positive because steps that leave it at 0 or below are refused. */
function moved({ aa, ab, bb, ga, gb }: Normal, at: ScaleTransformation, damping: number): ScaleTransformation {
  const [left, right] = [aa * (1 + damping), bb * (1 + damping)];
  const determinant = left * right - ab * ab;
  return {
    slope: at.slope + (right * ga - ab * gb) / determinant,
    intercept: at.intercept + (left * gb - ab * ga) / determinant,
  };
}

/** Levenberg and Marquardt's least squares in two unknowns. */
function leastSquares(problem: Problem, target: readonly Comparison[], start: ScaleTransformation) {
  let at = start;
  let here = normalEquations(target, problem, at);
  let damping = 1e-3;
  for (let n = 0; n < STEP_LIMIT && damping < 1e12; n += 1) {
    const next = moved(here, at, damping);
    const there = next.slope > 0 ? normalEquations(target, problem, next) : undefined;
    if (there === undefined || !(there.loss <= here.loss)) {
      damping *= 8;
      continue;
    }
    const step = Math.abs(next.slope - at.slope) + Math.abs(next.intercept - at.intercept);
    at = next;
    here = there;
    damping /= 8;
    if (step < PRECISION) break;
  }
  return at;
}

function matchCurves(anchors: readonly Anchor[], grid: readonly GridPoint[], start: ScaleTransformation, by: Compared) {
  const goals = anchors.map(({ to }) => to);
  const target = grid.map(({ theta }) => by(theta, goals));
  return leastSquares({ items: anchors.map(({ from }) => from), grid, compared: by }, target, start);
}

/**
 * The transformation that brings the category curves together, by least squares over a grid on the target scale.
 *
 * @see Haebara (1980), Japanese Psychological Research 22, 144–149; Kim & Lee (2006) for more than two categories
 */
export const haebara = (anchors: readonly Anchor[], grid: readonly GridPoint[], start: ScaleTransformation) =>
  matchCurves(anchors, grid, start, categories);

/**
 * The transformation that brings the test characteristic curves together, by least squares over a grid on the target
 * scale.
 *
 * @see Stocking & Lord (1983), Applied Psychological Measurement 7, 201–210
 */
export const stockingLord = (anchors: readonly Anchor[], grid: readonly GridPoint[], start: ScaleTransformation) =>
  matchCurves(anchors, grid, start, totals);
