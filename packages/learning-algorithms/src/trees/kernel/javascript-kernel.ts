import { exponential } from './exponential.ts';
import { clear, encode, histogram, partition, subtract } from './javascript-rows.ts';
import { scan } from './javascript-scan.ts';
import type { Kernel, Views } from './kernel.ts';

const { fround, max, min } = Math;
const HIGHEST = fround(88.7); // beyond it e^x is no float
const LEAST_HESSIAN = fround(1e-16);

/** The loop of kernel/gradients.ts; casts: every index lies within the memory's plan. */
function logistic({ f32 }: Views): Kernel['logistic'] {
  return (margins, labels, weights, pairs, first, last, grid) => {
    for (let i = first; i < last; i += 1) {
      const x = min(max(-(f32[(margins >>> 2) + i] as number), -110), HIGHEST);
      const p = fround(1 / fround(fround(exponential(x)) + 1));
      const weight = f32[(weights >>> 2) + i] as number;
      const gradient = fround(fround(p - (f32[(labels >>> 2) + i] as number)) * weight);
      const hessian = fround(max(fround(p * fround(1 - p)), LEAST_HESSIAN) * weight);
      f32[(pairs >>> 2) + 2 * i] = gradient + grid - grid;
      f32[(pairs >>> 2) + 2 * i + 1] = hessian + grid - grid;
    }
  };
}

/** For hosts without WebAssembly SIMD. */
export function javascriptKernel(views: Views): Kernel {
  return {
    encode: encode(views),
    logistic: logistic(views),
    clear: clear(views),
    histogram: histogram(views),
    subtract: subtract(views),
    scan: scan(views),
    partition: partition(views),
  };
}
