import type { PassChance } from './chance.ts';
import { expectedCost } from './path-cost.ts';
import type { ExamCost, Scenario } from './scenario.ts';

/** How far the expected cost moves when one input moves and all others stay. */
export type Influence = {
  readonly input: InfluenceId;
  readonly label: string;
  /** The two values that were tried, in words. */
  readonly from: string;
  readonly to: string;
  readonly costFrom: number;
  readonly costTo: number;
};
type InfluenceId = 'chance' | 'hours' | 'hour-value' | 'fees' | 'materials' | 'years' | 'discount';

/** Inputs whose range nobody states are moved by this share of themselves. */
const SHARE = 0.25;
const DEVIATE_80 = 1.2816;

type Trial = {
  readonly input: InfluenceId;
  readonly label: string;
  readonly ends: readonly [{ text: string; scenario: Scenario }, { text: string; scenario: Scenario }];
};

/** One at a time, the most telling first; what moves nothing is left out. `other` is the scenario at N − 1 and N + 1 years. */
export function sensitivity(scenario: Scenario, atYears: (years: number) => Scenario): readonly Influence[] {
  return trialsOf(scenario, atYears)
    .map(({ input, label, ends: [a, b] }) => ({
      input,
      label,
      from: a.text,
      to: b.text,
      costFrom: expectedCost(a.scenario),
      costTo: expectedCost(b.scenario),
    }))
    .filter(({ costFrom, costTo }) => Math.abs(costTo - costFrom) > 0.5)
    .sort((a, b) => Math.abs(b.costTo - b.costFrom) - Math.abs(a.costTo - a.costFrom));
}

function trialsOf(scenario: Scenario, atYears: (years: number) => Scenario): readonly Trial[] {
  const { years, hourValueUsd, discountRate } = scenario;
  const exams = (change: (exam: ExamCost) => Partial<ExamCost>): Scenario => ({
    ...scenario,
    exams: scenario.exams.map((exam) => ({ ...exam, ...change(exam) })),
  });
  const scaled = (factor: number): Scenario => ({
    ...exams(({ fees }) => ({ fees: fees.map((fee) => fee * factor) })),
    renewals: scenario.renewals.map((one) => ({ ...one, feeUsd: one.feeUsd * factor })),
  });
  const byShare = (make: (factor: number) => Scenario): Trial['ends'] => [
    { text: 'a quarter less', scenario: make(1 - SHARE) },
    { text: 'a quarter more', scenario: make(1 + SHARE) },
  ];
  const [fewer, more] = [Math.max(1, years - 1), years + 1];
  const [lowRate, highRate] = [Math.max(0, discountRate - 0.02), discountRate + 0.02];
  return [
    { input: 'chance', label: 'Chance of passing', ends: chanceEnds(scenario, exams) },
    { input: 'hours', label: 'Hours of study', ends: hourEnds(scenario, exams, byShare) },
    {
      input: 'hour-value',
      label: 'Value of an hour',
      ends: byShare((factor) => ({ ...scenario, hourValueUsd: hourValueUsd * factor })),
    },
    { input: 'fees', label: 'Exam fees', ends: byShare(scaled) },
    {
      input: 'materials',
      label: 'Materials',
      ends: byShare((factor) => exams(({ materialsUsd }) => ({ materialsUsd: materialsUsd * factor }))),
    },
    {
      input: 'years',
      label: 'Years it is kept',
      ends: [
        { text: `${fewer} y`, scenario: atYears(fewer) },
        { text: `${more} y`, scenario: atYears(more) },
      ],
    },
    {
      input: 'discount',
      label: 'Discount rate',
      ends: [
        { text: percent(lowRate), scenario: { ...scenario, discountRate: lowRate } },
        { text: percent(highRate), scenario: { ...scenario, discountRate: highRate } },
      ],
    },
  ];
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;

type ChangeExams = (change: (exam: ExamCost) => Partial<ExamCost>) => Scenario;

/** All chances at the low ends of their 80 % intervals, and all at the high ends, each then taken as certain. */
function chanceEnds(scenario: Scenario, exams: ChangeExams): Trial['ends'] {
  const at = (sign: number) =>
    exams(({ chance }) => ({ chance: { mean: chanceEnd(chance, sign), size: Number.POSITIVE_INFINITY } }));
  const text = (sign: number) =>
    [...new Set(scenario.exams.map(({ chance }) => percent(round(chanceEnd(chance, sign)))))].join(', ');
  return [
    { text: text(-1), scenario: at(-1) },
    { text: text(1), scenario: at(1) },
  ];
}

const round = (share: number): number => Math.round(share * 100) / 100;

/** An end of the 80 % interval by the Beta's standard deviation; a certain chance moves by five points. */
function chanceEnd({ mean, size }: PassChance, sign: number): number {
  const deviation = size === Number.POSITIVE_INFINITY ? 0 : Math.sqrt((mean * (1 - mean)) / (size + 1));
  const reach = deviation === 0 ? 0.05 : DEVIATE_80 * deviation;
  return Math.min(1, Math.max(0, mean + sign * reach));
}

/** The ends of the ranges of hours; hours that somebody typed have none and move by a quarter. */
function hourEnds(
  { exams: all }: Scenario,
  exams: ChangeExams,
  byShare: (make: (factor: number) => Scenario) => Trial['ends'],
): Trial['ends'] {
  const total = (end: 'low' | 'high') => Math.round(all.reduce((sum, { hours }) => sum + hours[end], 0));
  if (total('low') === total('high')) {
    return byShare((factor) =>
      exams(({ hours }) => ({ hours: { low: hours.low * factor, high: hours.high * factor } })),
    );
  }
  const at = (end: 'low' | 'high') => ({
    text: `${total(end)} h`,
    scenario: exams(({ hours }) => ({ hours: { low: hours[end], high: hours[end] } })),
  });
  return [at('low'), at('high')];
}
