import { logGamma } from '../../numbers/gamma.ts';
import type { MetricName } from './metrics.ts';
import { areaUnderPrecisionRecall, areaUnderRoc, type Scored } from './ranking.ts';

/** Class k's probability of row i is `predictions[k · rows + i]`; one "class" for all but multi objectives. */
export type Predicted = Scored & { readonly classes: number };

const LEAST = 1e-16;

type Loss = (prediction: number, label: number) => number;

const LOSSES: Readonly<Partial<Record<MetricName, Loss>>> = {
  logloss: (p, y) => -(y * Math.log(Math.max(p, LEAST)) + (1 - y) * Math.log(Math.max(1 - p, LEAST))),
  error: (p, y) => (p > 0.5 === y > 0.5 ? 0 : 1),
  rmse: (p, y) => (p - y) ** 2,
  mae: (p, y) => Math.abs(p - y),
  'poisson-nloglik': (p, y) => logGamma(y + 1) + p - y * Math.log(Math.max(p, LEAST)),
};

function mean({ labels, weights }: Predicted, loss: (row: number) => number): number {
  let [sum, total] = [0, 0];
  for (let i = 0; i < labels.length; i += 1) {
    const weight = weights[i] as number; // one a row
    sum += weight * loss(i);
    total += weight;
  }
  return total > 0 ? sum / total : Number.NaN;
}

/** The class with the greatest probability; the first of equals. */
export function likeliestClass(predictions: ArrayLike<number>, rows: number, classes: number, row: number): number {
  let best = 0;
  for (let k = 1; k < classes; k += 1) {
    // Within classes × rows.
    if ((predictions[k * rows + row] as number) > (predictions[best * rows + row] as number)) best = k;
  }
  return best;
}

/** One metric of predictions, as XGBoost defines it; NaN where it has no meaning. */
export function evaluate(metric: MetricName, predicted: Predicted): number {
  const { predictions, labels, classes } = predicted;
  const rows = labels.length;
  if (metric === 'auc') return areaUnderRoc(predicted);
  if (metric === 'aucpr') return areaUnderPrecisionRecall(predicted);
  if (metric === 'merror') {
    return mean(predicted, (i) => (likeliestClass(predictions, rows, classes, i) === labels[i] ? 0 : 1));
  }
  if (metric === 'mlogloss') {
    return mean(predicted, (i) => -Math.log(Math.max(predictions[(labels[i] as number) * rows + i] as number, LEAST)));
  }
  const loss = LOSSES[metric] ?? (() => Number.NaN);
  const value = mean(predicted, (i) => loss(predictions[i] as number, labels[i] as number));
  return metric === 'rmse' ? Math.sqrt(value) : value;
}
