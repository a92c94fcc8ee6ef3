import { decimal, percent } from '../number-words.ts';
import { drawGroup, gapsOf, type Rates, ratesAt, type Setting } from './model.ts';

export const TITLE = 'One threshold, two groups';

/** Differences this small are called none. */
const SMALL = 0.02;

/** A difference in percentage points, without its sign. */
export const pointsText = (gap: number): string => `${decimal(Math.abs(gap) * 100, 0)} points`;

const loser = (gap: number): string => (gap > 0 ? 'B' : 'A');

export function sentence(a: Rates, b: Rates): string {
  const { demographicParity, equalOpportunity } = gapsOf(a, b);
  const isParity = Math.abs(demographicParity) < SMALL;
  const isOpportunity = Math.abs(equalOpportunity) < SMALL;
  const approves = `You approve ${percent(a.selection)} of group A and ${percent(b.selection)} of group B`;
  const chance = `of those who would repay, ${percent(a.truePositiveRate)} and ${percent(b.truePositiveRate)}`;
  if (isParity && isOpportunity) return `${approves}; ${chance}. Both measures are met at once, which takes luck.`;
  if (isParity)
    return `${approves}: demographic parity. But ${chance}: somebody in group ${loser(equalOpportunity)} who would repay has the worse chance, by ${pointsText(equalOpportunity)}.`;
  if (isOpportunity)
    return `${approves}; ${chance}: equal opportunity. The shares approved still differ by ${pointsText(demographicParity)}, because more of one group would repay.`;
  return `${approves}; ${chance}. Somebody who would repay is ${pointsText(equalOpportunity)} less likely to be approved in group ${loser(equalOpportunity)}.`;
}

const share = (value: number | undefined): string => (value === undefined ? 'nobody approved' : percent(value));

export const rowsOf = (a: Rates, b: Rates): string[][] => [
  ['Approved and repaid (true positives)', `${a.truePositives}`, `${b.truePositives}`],
  ['Approved, not repaid (false positives)', `${a.falsePositives}`, `${b.falsePositives}`],
  ['Refused, would have repaid (false negatives)', `${a.falseNegatives}`, `${b.falseNegatives}`],
  ['Refused rightly (true negatives)', `${a.trueNegatives}`, `${b.trueNegatives}`],
  ['Approved (selection rate)', percent(a.selection), percent(b.selection)],
  ['Of those who would repay (true positive rate)', percent(a.truePositiveRate), percent(b.truePositiveRate)],
  ['Of those who would not (false positive rate)', percent(a.falsePositiveRate), percent(b.falsePositiveRate)],
  ['Repaid of the approved (precision)', share(a.precision), share(b.precision)],
];

export function inWords(setting: Setting): string {
  const a = ratesAt(drawGroup('A', setting), 0.5);
  const b = ratesAt(drawGroup('B', setting), 0.5);
  const gaps = gapsOf(a, b);
  return `A model scores loan applicants of two groups, a thousand each; of group A 60 % would repay, of group B ${percent(setting.baseRateB)}. With one threshold of 0.50, group A is approved in ${percent(a.selection)} of cases and group B in ${percent(b.selection)}: a demographic parity difference of ${pointsText(gaps.demographicParity)}. Of those who would repay, ${percent(a.truePositiveRate)} and ${percent(b.truePositiveRate)} are approved: an equal opportunity difference of ${pointsText(gaps.equalOpportunity)}. A lower threshold for group B closes one difference or the other, not both: where base rates differ, the measures contradict each other, so somebody must choose which one fits the decision.`;
}
