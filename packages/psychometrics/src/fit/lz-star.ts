import { type CalibratedItem, categoryCurve } from '../items/calibrated-item.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';
import { slopesAt } from '../scoring/peak-score.ts';
import { scorePersons } from '../scoring/score-persons.ts';
import type { PeakMethod } from '../scoring/scoring-method.ts';

/** Sums over one person's answers of what the correction needs. Weights are w_k = ln P_k, r_k = P′_k / P_k. */
type Sums = {
  /** Σ (answer's w − mean w) */
  surprise: number;
  /** Σ var(w), Σ cov(w, r), Σ var(r) */
  ww: number;
  wr: number;
  rr: number;
};

function addAnswer(sums: Sums, theta: number, item: CalibratedItem, score: number): void {
  const { probabilities, slopes } = categoryCurve(theta, item);
  let [mean, square, product, information] = [0, 0, 0, 0];
  probabilities.forEach((p, k) => {
    if (!(p > 0)) return;
    const [w, slope] = [Math.log(p), slopes[k] ?? 0];
    mean += p * w;
    square += p * w * w;
    product += slope * w; // P·w·(P′/P); r has mean 0
    information += (slope * slope) / p;
  });
  sums.surprise += Math.log(probabilities[score] ?? 0) - mean;
  sums.ww += square - mean * mean;
  sums.wr += product;
  sums.rr += information;
}

/** r₀ of Snijders: what the estimating equation has beside the likelihood's slope. */
function extraTerm(
  theta: number,
  responses: Responses,
  items: readonly CalibratedItem[],
  from: number,
  rule: PeakMethod,
) {
  switch (rule.kind) {
    case 'ml':
      return 0;
    case 'map':
      return ((rule.mean ?? 0) - theta) / (rule.spread ?? 1) ** 2;
    case 'wle': {
      const { warm, information } = slopesAt(theta, items, { scores: responses.scores, from });
      return warm / (2 * information);
    }
  }
}

/**
 * lz*, the standardised log-likelihood of each person's answers, corrected for abilities that are estimates: about
 * N(0, 1) where the model holds (in short tests its mean is a little higher: 0.15 with twenty items), far below 0 for
 * copied, careless or otherwise odd answers.
 *
 * @param method how abilities are estimated: the correction differs between ML, WLE and MAP
 * @returns      one entry a row; NaN for a person without a finite estimate
 * @throws       RangeError for responses to other items
 * @see          Snijders (2001), Psychometrika 66, 331–342; Sinharay (2016), Psychometrika 81, 992–1013 (polytomous)
 */
export function lzStar(
  responses: Responses,
  items: readonly CalibratedItem[],
  method: PeakMethod = { kind: 'wle' },
): Float64Array {
  const { thetas } = scorePersons(responses, items, method);
  return thetas.map((theta, person) => {
    if (!Number.isFinite(theta)) return Number.NaN;
    const from = person * items.length;
    const sums: Sums = { surprise: 0, ww: 0, wr: 0, rr: 0 };
    items.forEach((item, i) => {
      const score = responses.scores[from + i] ?? NOT_PRESENTED;
      if (score !== NOT_PRESENTED) addAnswer(sums, theta, item, score);
    });
    const c = sums.wr / sums.rr;
    const variance = sums.ww - c * sums.wr; // var(w − c·r)
    return (sums.surprise + c * extraTerm(theta, responses, items, from, method)) / Math.sqrt(variance);
  });
}
