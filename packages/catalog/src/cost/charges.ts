import { discountFactor, type ExamCost, type RenewalCost, type Scenario } from './scenario.ts';

/** The parts of a cost; `time` ones are hours at the value that the learner gives them. */
export const COST_PARTS = {
  fees: { label: 'First sitting', kind: 'cash' },
  retakes: { label: 'Retakes', kind: 'cash' },
  materials: { label: 'Materials', kind: 'cash' },
  renewals: { label: 'Renewals', kind: 'cash' },
  study: { label: 'Hours of study', kind: 'time' },
  'renewal-study': { label: 'Hours of renewals', kind: 'time' },
} as const;
export type CostPart = keyof typeof COST_PARTS;

/** Something that is paid in one month, in money or in hours, and what it hangs on. */
export type Charge = {
  readonly part: CostPart;
  readonly month: number;
  readonly usd: number;
  readonly hours: number;
  /** A sitting is paid if all before it failed; it is counted from 1, so `1` is always paid. */
  readonly when: { readonly kind: 'sitting'; readonly number: number } | { readonly kind: 'passed' };
};

const ALWAYS = { kind: 'sitting', number: 1 } as const;

/**
 * Everything that one exam of the path may cost.
 *
 * @param pace where in the range of study hours this learner lies, from 0 (quick) to 1
 */
export function chargesOf(scenario: Scenario, index: number, pace: number): readonly Charge[] {
  const exam = scenario.exams[index];
  if (!exam) throw new RangeError(`There is no exam ${index} in this scenario`);
  const own = scenario.renewals.filter((renewal) => renewal.exam === index);
  return [...firstCharges(scenario, exam, pace), ...retakeCharges(scenario, exam), ...renewalCharges(scenario, own)];
}

function firstCharges({ hourValueUsd }: Scenario, exam: ExamCost, pace: number): readonly Charge[] {
  const total = exam.hours.low + pace * (exam.hours.high - exam.hours.low);
  const study = monthShares(exam.studyFromMonth, exam.examMonth).map(({ month, share }): Charge => {
    const hours = total * share;
    return { part: 'study', month, usd: hours * hourValueUsd, hours, when: ALWAYS };
  });
  return [
    ...study,
    { part: 'materials', month: exam.studyFromMonth, usd: exam.materialsUsd, hours: 0, when: ALWAYS },
    { part: 'fees', month: exam.examMonth, usd: exam.fees[0] ?? 0, hours: 0, when: ALWAYS },
  ];
}

function retakeCharges({ hourValueUsd }: Scenario, exam: ExamCost): readonly Charge[] {
  return exam.fees.flatMap((usd, index): Charge[] => {
    if (index === 0) return [];
    const month = exam.examMonth + (exam.delays[index] ?? 0);
    const when = { kind: 'sitting', number: index + 1 } as const;
    const hours = exam.retakeHours;
    return [
      { part: 'retakes', month, usd, hours: 0, when },
      { part: 'study', month, usd: hours * hourValueUsd, hours, when },
    ];
  });
}

function renewalCharges({ hourValueUsd }: Scenario, renewals: readonly RenewalCost[]): readonly Charge[] {
  const when = { kind: 'passed' } as const;
  return renewals.flatMap(({ month, feeUsd, hours }): Charge[] => [
    { part: 'renewals', month, usd: feeUsd, hours: 0, when },
    { part: 'renewal-study', month, usd: hours * hourValueUsd, hours, when },
  ]);
}

/** A stretch of time cut at the months' ends: the middle of each piece, and its share of the whole. */
function monthShares(from: number, to: number): readonly { readonly month: number; readonly share: number }[] {
  if (!(to > from)) return [{ month: from, share: 1 }];
  const pieces: { month: number; share: number }[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(Math.floor(start) + 1, to);
    pieces.push({ month: (start + end) / 2, share: (end - start) / (to - from) });
    start = end;
  }
  return pieces;
}

/** The amount in today's money, if it is paid. */
export const presentUsd = (scenario: Scenario, { usd, month }: Charge): number => usd * discountFactor(scenario, month);
