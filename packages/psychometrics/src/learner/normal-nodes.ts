/** Quadrature for a standard normal: Σ weight · f(z) ≈ E f(Z), weights summing to 1. */
type NormalNode = { readonly z: number; readonly weight: number };

/** Enough for one logistic curve under a normal a few logits wide: 21 nodes change a mean by less than 1e-5. */
const COUNT = 15;

/** Values of the orthonormal Hermite polynomials (probabilists') of degree COUNT and COUNT − 1 at z. */
function hermite(z: number): { readonly last: number; readonly previous: number } {
  let previous = 0;
  let last = 1;
  for (let n = 0; n < COUNT; n += 1) {
    [previous, last] = [last, (z * last - Math.sqrt(n) * previous) / Math.sqrt(n + 1)];
  }
  return { last, previous };
}

/** Bisection between two abscissas where the polynomial has opposite signs. */
function root(low: number, high: number): number {
  let [left, right] = [low, high];
  const sign = Math.sign(hermite(left).last);
  for (let i = 0; i < 60; i += 1) {
    const middle = (left + right) / 2;
    if (Math.sign(hermite(middle).last) === sign) left = middle;
    else right = middle;
  }
  return (left + right) / 2;
}

/** Gauss–Hermite. Roots of a degree n polynomial lie within ±2√n, and at n = 15 at least 0.6 apart. */
function gaussHermite(): NormalNode[] {
  const step = 0.1;
  const reach = 2 * Math.sqrt(COUNT);
  const found: NormalNode[] = [];
  for (let low = -reach - step / 3; low < reach; low += step) {
    if (hermite(low).last * hermite(low + step).last > 0) continue;
    const z = root(low, low + step);
    found.push({ z, weight: 1 / (COUNT * hermite(z).previous ** 2) });
  }
  return found;
}

const nodes = gaussHermite();

/** In flat arrays: they are read some ten thousand times for one learner. */
export const DEVIATES = Float64Array.from(nodes, ({ z }) => z);
export const WEIGHTS = Float64Array.from(nodes, ({ weight }) => weight);
