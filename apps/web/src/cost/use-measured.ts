import type { CostTerms } from '@cairn/catalog';
import type { Readiness } from '@cairn/contract';
import { useQueries, useQuery } from '@tanstack/react-query';
import { examsQuery } from '../app/queries.ts';
import { counted, dayInWords } from '../app/words.ts';
import { readinessQuery } from '../readiness/readiness-requests.ts';

type Measured = CostTerms['measured'];

/** The chance of passing by the learner's own answers, for the exams that Cairn has and knows enough about. */
export function useMeasured(codes: readonly string[]): Measured {
  const { data: exams = [] } = useQuery(examsQuery);
  const known = exams.filter(({ code }) => codes.includes(code));
  return useQueries({
    queries: known.map(({ id }) => readinessQuery(id)),
    combine: (results) => Object.fromEntries(results.flatMap(({ data }) => (data ? measuredBy(data) : []))),
  });
}

/** On the planned day if there is a plan, else as of today; nothing without enough evidence. */
export function measuredBy(readiness: Readiness): readonly (readonly [string, Measured[string]])[] {
  const { code, answers, today, forecast, plan } = readiness;
  if (today.status !== 'enough') return [];
  const isPlanned = forecast !== null && plan.examOn !== null && forecast.onExamDay.status === 'enough';
  const { probability, low, high } = isPlanned ? forecast.onExamDay : today;
  const when = isPlanned
    ? `forecast for ${dayInWords(plan.examOn ?? '')}, if the hours of your plan are kept`
    : 'if you sat it today, without the hours still ahead';
  const why = `Your readiness by ${counted(answers, 'answer')}: ${when}. Our estimate, not the vendor’s.`;
  return [[code, { mean: clamped(probability), low: clamped(low), high: clamped(high), why }]];
}

const clamped = (share: number): number => Math.min(0.99, Math.max(0.01, share));
