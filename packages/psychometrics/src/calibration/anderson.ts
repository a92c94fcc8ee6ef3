import { dotProduct } from '../numbers/vectors.ts';
import { solveSymmetric } from './small-matrix.ts';

/** A point, and how far one EM step moves it. */
type Past = { readonly point: Float64Array; readonly step: Float64Array };

/** Steps that the next one is composed of. */
const DEPTH = 6;
/** Share of the largest squared difference that is added to the diagonal: past steps are nearly collinear. */
const DAMPING = 1e-10;

const difference = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - (b[i] ?? 0));

/** Coefficients γ that make |step − Σ γ·Δstep| least. */
function coefficients(step: Float64Array, changes: readonly Float64Array[]): Float64Array {
  const order = changes.length;
  const matrix = new Float64Array(order * order);
  changes.forEach((a, r) => {
    changes.forEach((b, s) => {
      matrix[r * order + s] = dotProduct(a, b);
    });
  });
  let largest = 0;
  for (let r = 0; r < order; r += 1) largest = Math.max(largest, matrix[r * (order + 1)] ?? 0);
  for (let r = 0; r < order; r += 1) matrix[r * (order + 1)] = (matrix[r * (order + 1)] ?? 0) + DAMPING * largest;
  return solveSymmetric(
    matrix,
    Float64Array.from(changes, (change) => dotProduct(change, step)),
  );
}

/**
 * Anderson's mixing of the last EM steps: for a map that is nearly linear it is GMRES, so that a slow EM needs a few
 * times fewer steps. The caller guards against a falling likelihood.
 *
 * @see Anderson (1965), Journal of the ACM 12(4), 547–560; Henderson & Varadhan (2019), Journal of Computational and
 *      Graphical Statistics 28(4), 834–846
 */
export function andersonMixing() {
  let past: Past[] = [];
  return {
    /** The next point, from a point and its EM step. */
    next(point: Float64Array, step: Float64Array): Float64Array {
      past = [...past.slice(-DEPTH), { point, step }];
      const plain = point.map((value, i) => value + (step[i] ?? 0));
      const older = past.slice(0, -1);
      if (older.length === 0) return plain;
      const steps = older.map((at, k) => difference(past[k + 1]?.step ?? step, at.step));
      const points = older.map((at, k) => difference(past[k + 1]?.point ?? point, at.point));
      const gamma = coefficients(step, steps);
      return plain.map((value, i) => {
        let mixed = value;
        for (let k = 0; k < gamma.length; k += 1) {
          mixed -= (gamma[k] ?? 0) * ((points[k]?.[i] ?? 0) + (steps[k]?.[i] ?? 0));
        }
        return mixed;
      });
    },
    /** Forgets the past: it led astray, or the map has changed. */
    restart(): void {
      past = [];
    },
  };
}
