import { logistic, logit } from '../../numbers/logistic.ts';
import type { ItemModel } from './item-model.ts';
import { locatingSlope } from './locating-slope.ts';
import { dichotomous, FLOOR, rescale, startOf } from './logistic.ts';

/** Three parameters: P(1) = c + (1 − c) · σ(aθ + d), with a, d and logit c free. */

/** Where a fit begins when nothing is known of guessing. */
const START_GUESSING = 0.15;
/** A guessing chance of 0 has no logit; this is as good as none. */
const LEAST_GUESSING = 1e-6;

/** Writes what the loop summed: slopes by the linear part x and by logit c, times θ where the slope a is meant. */
function derivatives(
  [a = 0, d = 0, logitC = 0]: Float64Array,
  nodes: Float64Array,
  counts: Float64Array,
  gradient: Float64Array,
  information: Float64Array,
): number {
  const q = nodes.length;
  const c = logistic(logitC);
  const miss = logistic(-logitC);
  let value = 0;
  let [ga, gd, gc, haa, had, hac, hdd, hdc, hcc] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let n = 0; n < q; n += 1) {
    const theta = nodes[n] as number; // in range: counts hold two rows of q
    const wrong = counts[n] as number;
    const right = counts[q + n] as number;
    const s = logistic(a * theta + d);
    const t = logistic(-(a * theta + d));
    const p = Math.max(FLOOR, c + miss * s);
    value += right * Math.log(p) + wrong * Math.log(Math.max(FLOOR, miss * t));
    const rate = (miss * t) / p;
    const byX = right * rate * s - wrong * s;
    const all = (wrong + right) * rate;
    ga += byX * theta;
    gd += byX;
    gc += right * rate * c - wrong * c;
    haa += all * s * s * theta * theta;
    had += all * s * s * theta;
    hac += all * s * c * theta;
    hdd += all * s * s;
    hdc += all * s * c;
    hcc += all * c * c;
  }
  gradient.set([ga, gd, gc]);
  information.set([haa, had, hac, had, hdd, hdc, hac, hdc, hcc]);
  return value;
}

export const threeParameterLogistic: ItemModel = {
  categories: 2,
  parameterNames: ['a', 'd', 'logit-c'],
  reportedNames: ['a', 'b', 'c'],
  start: (observed) => {
    const [share] = startOf(observed);
    const guessing = Math.min(START_GUESSING, share / 2);
    return Float64Array.of(1, 1.17 * logit((share - guessing) / (1 - guessing)), logit(guessing));
  },
  probabilities: ([a = 0, d = 0, logitC = 0], nodes, out) => {
    const c = logistic(logitC);
    const miss = logistic(-logitC);
    nodes.forEach((theta, n) => {
      out[n] = Math.max(FLOOR, miss * logistic(-(a * theta + d)));
      out[nodes.length + n] = Math.max(FLOOR, c + miss * logistic(a * theta + d));
    });
  },
  derivatives,
  rescale,
  toItem: ([a = 0, d = 0, logitC = 0]) => ({ kind: 'dichotomous', a, b: -d / locatingSlope(a), c: logistic(logitC) }),
  fromItem: (item) => {
    const { a, b, c } = dichotomous(item);
    return Float64Array.of(a, -a * b, logit(Math.max(LEAST_GUESSING, c)));
  },
  jacobian: ([a = 0, d = 0, logitC = 0]) => {
    const slope = locatingSlope(a);
    return Float64Array.of(1, 0, 0, d / (slope * slope), -1 / slope, 0, 0, 0, logistic(logitC) * logistic(-logitC));
  },
};
