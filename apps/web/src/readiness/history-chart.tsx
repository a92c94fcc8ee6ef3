import type { Readiness, ReadinessDay } from '@cairn/contract';
import { LineChart, type LinePoint, type LineSeries, type ReferenceLine } from '@cairn/ui';
import { useIsNarrow } from '../exam/use-is-narrow.ts';
import { dayText, dayTicks, numberOf } from './day-axis.ts';
import { estimateText } from './readiness-words.ts';

const asPercent = (share: number): number => Math.round(share * 1000) / 10;

/** Days on which too little was known are left out: a number would say more than there was to say. */
const pointsOf = (days: readonly ReadinessDay[]): readonly LinePoint[] =>
  days
    .filter(({ status }) => status === 'enough')
    .map(({ day, probability, low, high }) => ({
      x: numberOf(day),
      y: asPercent(probability),
      low: asPercent(low),
      high: asPercent(high),
    }));

/** Whether there is a course to draw: a single day is on the dial already. */
export const hasCourse = ({ history, forecast }: Readiness): boolean =>
  pointsOf(history).length > 1 || pointsOf(forecast?.days ?? []).length > 1;

/** How the chance went, and how it would go on under the plan. */
export function HistoryChart({ readiness, today }: { readiness: Readiness; today: string }) {
  const isNarrow = useIsNarrow();
  const past = pointsOf(withToday(readiness, today));
  const future = pointsOf(readiness.forecast?.days ?? []);
  const { examOn } = readiness.plan;
  const series: LineSeries[] = [
    ...(past.length > 1 ? [{ label: 'So far', points: past, look: 'line' as const }] : []),
    ...(future.length > 1 ? [{ label: 'Forecast under your plan', points: future, look: 'dashed' as const }] : []),
  ];
  const days = [...past, ...future].map(({ x }) => x).concat(numberOf(today));
  const [low, high] = span(Math.min(...days), Math.max(...days));
  const lines: ReferenceLine[] = [
    { axis: 'x', at: numberOf(today), label: 'Today', tone: 'muted' },
    ...(examOn && future.length > 1 ? [{ axis: 'x' as const, at: numberOf(examOn), label: 'Exam' }] : []),
  ];
  return (
    <LineChart
      title={past.length > 1 ? 'The chance over time' : 'The chance under your plan'}
      summary={`Today: ${estimateText(readiness.today)}.${readiness.forecast ? ` On the exam day: ${estimateText(readiness.forecast.onExamDay)}.` : ''} Bands are 80 % intervals.`}
      x={{ title: 'Day', min: low, max: high, format: dayText, ticks: dayTicks(low, high, isNarrow ? 4 : 8) }}
      y={{ title: 'Chance of passing (%), with its 80 % band', min: 0, max: 100, ticks: [0, 25, 50, 75, 100] }}
      series={series}
      lines={lines}
    />
  );
}

/** What is known today, at the end of the days with evidence. */
const withToday = ({ history, today: now }: Readiness, today: string): readonly ReadinessDay[] =>
  history.length === 0 || history.at(-1)?.day === today ? history : [...history, { ...now, day: today }];

/** A single day would be a line without a width. */
function span(low: number, high: number): readonly [number, number] {
  return high - low >= 6 ? [low, high] : [low - 3, low + 4];
}
