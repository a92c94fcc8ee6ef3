import { type Sittings, sittingsUntilPass } from './chance.ts';
import { type Charge, COST_PARTS, type CostPart, chargesOf, presentUsd } from './charges.ts';
import { type Atom, merged, quantile, sumOf } from './distribution.ts';
import type { Scenario } from './scenario.ts';

export type YearCost = {
  /** 1 is the year that begins today. */
  readonly year: number;
  /** Expected, as paid in that year: not discounted. */
  readonly cashUsd: number;
  readonly timeUsd: number;
  readonly hours: number;
};

export type PathCost = {
  readonly codes: readonly string[];
  /** Expected cost in today's money, cash and time together. */
  readonly expectedUsd: number;
  /** Four times in five the cost lies between these, as far as sittings and hours of study decide it. */
  readonly interval: { readonly low: number; readonly high: number };
  readonly cashUsd: number;
  readonly timeUsd: number;
  /** Expected hours of study, renewals included. */
  readonly hours: number;
  readonly parts: readonly { readonly part: CostPart; readonly usd: number }[];
  readonly years: readonly YearCost[];
  /** The chance that every exam is passed within the sittings that are paid for. */
  readonly chanceOfAll: number;
  /** Month of the last first sitting, from today. */
  readonly lastExamMonth: number;
};

/** Equally likely places in the range of study hours; one person is quick or slow at all exams. */
const PACES = [0.1, 0.3, 0.5, 0.7, 0.9] as const;
const MIDDLE = 0.5;

/** A charge with the probability that it is paid. */
type Expected = Charge & { readonly probability: number };

/** What a path costs: exact, by going through every number of sittings of every exam. */
export function pathCost(scenario: Scenario): PathCost {
  const charges = expectedCharges(scenario);
  const parts = (Object.keys(COST_PARTS) as CostPart[]).map((part) => ({
    part,
    usd: presentOf(
      scenario,
      charges.filter((charge) => charge.part === part),
    ),
  }));
  const sumOfKind = (kind: 'cash' | 'time') =>
    parts.reduce((sum, { part, usd }) => sum + (COST_PARTS[part].kind === kind ? usd : 0), 0);
  const [cashUsd, timeUsd] = [sumOfKind('cash'), sumOfKind('time')];
  const atoms = costDistribution(scenario);
  return {
    codes: scenario.exams.map(({ code }) => code),
    expectedUsd: cashUsd + timeUsd,
    interval: { low: quantile(atoms, 0.1), high: quantile(atoms, 0.9) },
    cashUsd,
    timeUsd,
    hours: charges.reduce((sum, { hours, probability }) => sum + hours * probability, 0),
    parts,
    years: yearsOf(scenario, charges),
    chanceOfAll: chanceOfAll(scenario),
    lastExamMonth: lastExamMonth(scenario),
  };
}

/** The expected value alone, for whoever varies an input many times. */
export const expectedCost = (scenario: Scenario): number => presentOf(scenario, expectedCharges(scenario));

/** Expected cost, in today's money, of what is paid up to the end of each month; the first entry is the first month. */
export function costByMonth(scenario: Scenario, months: number): readonly number[] {
  const charges = expectedCharges(scenario);
  const inMonth = new Array<number>(months).fill(0);
  for (const charge of charges) {
    const month = Math.min(months - 1, Math.max(0, Math.floor(charge.month)));
    inMonth[month] = (inMonth[month] ?? 0) + charge.probability * presentUsd(scenario, charge);
  }
  let sum = 0;
  return inMonth.map((usd) => {
    sum += usd;
    return sum;
  });
}

function sittingsOf({ exams, improvement }: Scenario): readonly Sittings[] {
  return exams.map(({ chance, fees }) => sittingsUntilPass(chance, fees.length, improvement));
}

function expectedCharges(scenario: Scenario): readonly Expected[] {
  return sittingsOf(scenario).flatMap(({ passedAt, never }, index) =>
    chargesOf(scenario, index, MIDDLE).map((charge) => ({
      ...charge,
      probability:
        charge.when.kind === 'passed'
          ? 1 - never
          : 1 - passedAt.slice(0, charge.when.number - 1).reduce((sum, chance) => sum + chance, 0),
    })),
  );
}

function presentOf(scenario: Scenario, charges: readonly Expected[]): number {
  return charges.reduce((sum, charge) => sum + charge.probability * presentUsd(scenario, charge), 0);
}

/** Exams are taken to be passed independently of one another. */
function chanceOfAll(scenario: Scenario): number {
  return sittingsOf(scenario).reduce((all, { never }) => all * (1 - never), 1);
}

/** The chance that every exam is passed by the end of `month`: retakes come after the vendor's waits. */
export function chanceOfAllBy(scenario: Scenario, month: number): number {
  const sittings = sittingsOf(scenario);
  return scenario.exams.reduce((all, { examMonth, delays }, index) => {
    const passedAt = sittings[index]?.passedAt ?? [];
    const by = passedAt.reduce((sum, chance, sitting) => {
      return examMonth + (delays[sitting] ?? 0) <= month ? sum + chance : sum;
    }, 0);
    return all * by;
  }, 1);
}

const lastExamMonth = ({ exams }: Scenario): number => Math.max(0, ...exams.map(({ examMonth }) => examMonth));

const yearOf = ({ month }: Charge): number => Math.floor(month / 12) + 1;

function yearsOf({ years }: Scenario, charges: readonly Expected[]): readonly YearCost[] {
  const last = Math.max(Math.ceil(years), ...charges.filter(({ usd, hours }) => usd + hours > 0).map(yearOf));
  return Array.from({ length: last }, (_, index) => {
    const own = charges.filter((charge) => yearOf(charge) === index + 1);
    const sum = (amount: (charge: Charge) => number) =>
      own.reduce((total, charge) => total + charge.probability * amount(charge), 0);
    return {
      year: index + 1,
      cashUsd: sum(({ part, usd }) => (COST_PARTS[part].kind === 'cash' ? usd : 0)),
      timeUsd: sum(({ part, usd }) => (COST_PARTS[part].kind === 'time' ? usd : 0)),
      hours: sum(({ hours }) => hours),
    };
  });
}

/** Every amount that the path can come to, in today's money, with its probability. */
export function costDistribution(scenario: Scenario): readonly Atom[] {
  const isOnePace = scenario.hourValueUsd === 0 || scenario.exams.every(({ hours }) => hours.low === hours.high);
  const atMiddle = sittingsOf(scenario)
    .map((one, index) => examAtoms(scenario, one, chargesOf(scenario, index, MIDDLE)))
    .reduce(sumOf, [{ value: 0, probability: 1 }]);
  if (isOnePace) return merged(atMiddle);
  const middle = surelyPaid(scenario, MIDDLE);
  return merged(
    PACES.flatMap((pace) => {
      const more = surelyPaid(scenario, pace) - middle; // the pace moves hours that are always spent, and nothing else
      return atMiddle.map(({ value, probability }) => ({
        value: value + more,
        probability: probability / PACES.length,
      }));
    }),
  );
}

function surelyPaid(scenario: Scenario, pace: number): number {
  return scenario.exams
    .flatMap((_, index) => chargesOf(scenario, index, pace))
    .filter(({ when }) => when.kind === 'sitting' && when.number === 1)
    .reduce((sum, charge) => sum + presentUsd(scenario, charge), 0);
}

/** One exam: an amount for each number of sittings. */
function examAtoms(scenario: Scenario, { passedAt, never }: Sittings, charges: readonly Charge[]): readonly Atom[] {
  const sum = (isPaid: (when: Charge['when']) => boolean) =>
    charges.reduce((total, charge) => total + (isPaid(charge.when) ? presentUsd(scenario, charge) : 0), 0);
  const spentBy = (sitting: number) => sum((when) => when.kind === 'sitting' && when.number <= sitting);
  const kept = sum((when) => when.kind === 'passed');
  return merged([
    ...passedAt.map((probability, index) => ({ value: spentBy(index + 1) + kept, probability })),
    { value: spentBy(passedAt.length), probability: never },
  ]);
}
