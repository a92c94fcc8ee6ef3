import { type CalibratedItem, categoryCurve, type DichotomousItem } from '../items/calibrated-item.ts';
import { successProbability } from '../items/item-parameters.ts';
import { logistic } from '../numbers/logistic.ts';

/** What a model expects of one answer, and what came. Moments of the score, and of the log-probability of the answer. */
export type AnswerResidual = {
  residual: number;
  variance: number;
  fourth: number;
  /** ln P of the answer less its mean, and its variance: what lz and Zh add up. */
  surprise: number;
  surpriseVariance: number;
};

/** Below this the variance of one answer is taken as this: one answer must not outweigh a test (as mirt does). */
const LEAST_VARIANCE = Math.sqrt(1e-5);
/** Wilson–Hilferty's transformation is not trusted beyond this standard deviation of a mean square. */
const LARGEST_DEVIATION = Math.SQRT2;

function dichotomousResidual(theta: number, item: DichotomousItem, score: number): AnswerResidual {
  const p = successProbability(theta, item);
  const q = (1 - item.c) * logistic(-item.a * (theta - item.b)); // 1 − p would lose its digits
  const [logP, logQ] = [p > 0 ? Math.log(p) : 0, q > 0 ? Math.log(q) : 0];
  return {
    residual: score === 1 ? q : -p,
    variance: Math.max(p * q, LEAST_VARIANCE),
    fourth: p * q * (p ** 3 + q ** 3),
    surprise: score === 1 ? q * (logP - logQ) : p * (logQ - logP),
    surpriseVariance: p * q * (logP - logQ) ** 2,
  };
}

export function answerResidual(theta: number, item: CalibratedItem, score: number): AnswerResidual {
  if (item.kind === 'dichotomous') return dichotomousResidual(theta, item, score);
  const { probabilities } = categoryCurve(theta, item);
  let [mean, logMean, logSquare] = [0, 0, 0];
  probabilities.forEach((p, k) => {
    const log = p > 0 ? Math.log(p) : 0;
    mean += k * p;
    logMean += p * log;
    logSquare += p * log * log;
  });
  let [variance, fourth] = [0, 0];
  probabilities.forEach((p, k) => {
    variance += p * (k - mean) ** 2;
    fourth += p * (k - mean) ** 4;
  });
  return {
    residual: score - mean,
    variance: Math.max(variance, LEAST_VARIANCE),
    fourth,
    surprise: Math.log(probabilities[score] ?? 0) - logMean,
    surpriseVariance: logSquare - logMean * logMean,
  };
}

/** Sums over the answers of one person, or to one item. */
export class ResidualSums {
  answers = 0;
  private standardised = 0;
  private squares = 0;
  private variances = 0;
  private relativeFourths = 0;
  private excess = 0;
  private surprise = 0;
  private surpriseVariance = 0;

  /** @param weight how often this answer occurs */
  add({ residual, variance, fourth, surprise, surpriseVariance }: AnswerResidual, weight: number): void {
    this.answers += weight;
    this.standardised += (weight * residual * residual) / variance;
    this.squares += weight * residual * residual;
    this.variances += weight * variance;
    this.relativeFourths += (weight * fourth) / (variance * variance);
    this.excess += weight * (fourth - variance * variance);
    this.surprise += weight * surprise;
    this.surpriseVariance += weight * surpriseVariance;
  }

  /** NaN throughout without answers. */
  get statistics(): ResidualFit {
    const outfit = this.standardised / this.answers;
    const infit = this.squares / this.variances;
    const outfitDeviation = Math.sqrt(this.relativeFourths / this.answers ** 2 - 1 / this.answers);
    return {
      answers: this.answers,
      outfit,
      infit,
      zOutfit: standardised(outfit, outfitDeviation),
      zInfit: standardised(infit, Math.sqrt(this.excess) / this.variances),
      lz: this.surprise / Math.sqrt(this.surpriseVariance),
    };
  }
}

/** Wilson–Hilferty: a mean square as a standard normal deviate. */
function standardised(meanSquare: number, deviation: number): number {
  const q = Math.min(deviation, LARGEST_DEVIATION);
  return (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3;
}

/** How well answers fit. Mean squares are 1 where they fit; z and lz are about N(0, 1) then. */
export type ResidualFit = {
  readonly answers: number;
  /** Mean of squared standardised residuals: alarmed by a few far-off surprises. Above 1: noisier than the model. */
  readonly outfit: number;
  /** The same weighted by information: alarmed by misfit where it matters. */
  readonly infit: number;
  readonly zOutfit: number;
  readonly zInfit: number;
  /** Standardised log-likelihood, called Zh for items: far below 0 is misfit. Drasgow, Levine & Williams 1985 */
  readonly lz: number;
};
