import { counted, decimal, grouped, percent } from '../number-words.ts';
import {
  type Confusion,
  cheapest,
  confusionAt,
  costCurve,
  costOf,
  drawSample,
  falsePositiveRateOf,
  precisionOf,
  recallOf,
  type Setting,
} from './model.ts';

export const TITLE = 'Where to put the threshold';

export const money = (amount: number, { currency }: Setting): string => `${grouped(amount)} ${currency}`;

/** What this threshold does in one period, and what a better one would save. */
export function sentence(setting: Setting, counts: Confusion, best: { threshold: number; cost: number }): string {
  const { threshold, find, alarm, positives, negatives, period } = setting;
  const cost = costOf(counts, setting);
  const all = counts.truePositives + counts.falseNegatives;
  const does = `At ${decimal(threshold)} you ${find} ${counts.truePositives} of ${all} ${positives} and ${alarm} ${grouped(counts.falsePositives)} ${negatives} by mistake: ${money(cost, setting)} ${period}.`;
  const saved = cost - best.cost;
  if (saved <= 0) return `${does} No other threshold costs less.`;
  return `${does} At ${decimal(best.threshold)} it would be ${money(best.cost, setting)}.`;
}

export const rowsOf = (setting: Setting, counts: Confusion): string[][] => [
  [`${setting.positives} found (true positives)`, grouped(counts.truePositives)],
  [`${setting.positives} missed (false negatives)`, grouped(counts.falseNegatives)],
  [`${setting.negatives} bothered (false positives)`, grouped(counts.falsePositives)],
  [`${setting.negatives} left alone (true negatives)`, grouped(counts.trueNegatives)],
  ['Recall', percent(recallOf(counts))],
  ['Precision', percent(precisionOf(counts))],
  ['False positive rate', percent(falsePositiveRateOf(counts), 1)],
  [`Total cost ${setting.period}`, money(costOf(counts, setting), setting)],
];

/** The essence, with the numbers of three thresholds. */
export function inWords(setting: Setting): string {
  const sample = drawSample(setting);
  const best = cheapest(costCurve(sample, setting));
  const tell = (threshold: number) => {
    const counts = confusionAt(sample, threshold);
    return `${decimal(threshold)}: ${counts.truePositives} of ${counts.truePositives + counts.falseNegatives} found, ${counted(counts.falsePositives, 'false alarm')}, ${money(costOf(counts, setting), setting)}`;
  };
  return `A model gives each case a score; the threshold turns scores into decisions. Lower it and more ${setting.positives} are found, but more ${setting.negatives} are bothered: recall rises, precision falls. The model stays the same, you only choose another point on its ROC curve. Which point is best depends on what the two mistakes cost. ${[0.2, 0.5, 0.8].map(tell).join('; ')}. With a false alarm at ${money(setting.falseAlarmCost, setting)} and a miss at ${money(setting.missCost, setting)}, ${decimal(best.threshold)} is cheapest.`;
}
