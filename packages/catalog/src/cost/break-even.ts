import { chanceOfAllBy, costByMonth, expectedCost } from './path-cost.ts';
import { discountFactor, type Scenario } from './scenario.ts';

/**
 * What a gain in pay would have to be. Nobody knows what the certificate adds: no source measures it, so the gain is
 * the learner's own supposition and never an output.
 */
export type UpliftTerms = {
  /** The share of a gain in pay that goes in taxes and contributions, in [0, 1). */
  readonly taxShare: number;
};

export type BreakEven =
  /** The path is paid back `month` months from today, and stays so to the end of the view. */
  { readonly outcome: 'month'; readonly month: number } | { readonly outcome: 'never' };

/**
 * What one dollar a year more, paid monthly from the month after the last pass, is worth today, by the end of each
 * month. Each month is counted as far as the path is passed by its beginning.
 */
function dollarByMonth(scenario: Scenario, { taxShare }: UpliftTerms): readonly number[] {
  const monthly = (1 - taxShare) / 12;
  let sum = 0;
  return Array.from({ length: monthsIn(scenario) }, (_, index) => {
    const month = index + 1;
    sum += monthly * chanceOfAllBy(scenario, index) * discountFactor(scenario, month);
    return sum;
  });
}

const monthsIn = ({ years }: Scenario): number => Math.round(years * 12);

/** The gain a year, before tax, that pays the path back by the end of the view; undefined when none could. */
export function breakEvenUplift(scenario: Scenario, terms: UpliftTerms): number | undefined {
  const worth = dollarByMonth(scenario, terms).at(-1) ?? 0;
  return worth > 0 ? expectedCost(scenario) / worth : undefined;
}

/** When a gain of `uplift` USD a year, before tax, has paid the path back. */
export function breakEvenMonth(scenario: Scenario, uplift: number, terms: UpliftTerms): BreakEven {
  return breakEvenAt(netParts(scenario, terms), uplift);
}

/** Months to break even at each of these gains a year: a curve, without computing the costs anew for each point. */
export function breakEvenCurve(
  scenario: Scenario,
  uplifts: readonly number[],
  terms: UpliftTerms,
): readonly { readonly uplift: number; readonly result: BreakEven }[] {
  const parts = netParts(scenario, terms);
  return uplifts.map((uplift) => ({ uplift, result: breakEvenAt(parts, uplift) }));
}

type NetParts = { readonly costs: readonly number[]; readonly dollars: readonly number[] };

function netParts(scenario: Scenario, terms: UpliftTerms): NetParts {
  const dollars = dollarByMonth(scenario, terms);
  return { costs: costByMonth(scenario, dollars.length), dollars };
}

/** A renewal may undo what was paid back before it: only what lasts counts. */
function breakEvenAt({ costs, dollars }: NetParts, uplift: number): BreakEven {
  const isCovered = costs.map((cost, index) => uplift * (dollars[index] ?? 0) >= cost - 1e-6);
  const open = isCovered.lastIndexOf(false);
  return open === isCovered.length - 1 ? { outcome: 'never' } : { outcome: 'month', month: open + 2 };
}
