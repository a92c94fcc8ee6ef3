import { expectedScore, maximumScore } from '@cairn/psychometrics';
import { LineChart, type LineSeries } from '@cairn/ui';
import type { ItemReport, OptionReport } from './analysis.ts';
import { wholePercent } from './numbers.ts';

const REACH = 4;
const STEPS = 64;
const THETAS = Array.from({ length: STEPS + 1 }, (_, k) => -REACH + (2 * REACH * k) / STEPS);

const percentText = (share: number): string => `${Math.round(100 * share)}`;

/** The curve of the model and what was observed: where they part, the model is wrong about this question. */
export function CharacteristicCurve({ item }: { readonly item: ItemReport }) {
  const { parameters, observed, id } = item;
  const curve: LineSeries[] = parameters
    ? [
        {
          label: 'Model',
          points: THETAS.map((theta) => ({
            x: theta,
            y: expectedScore(theta, parameters) / Math.max(1, maximumScore(parameters)),
          })),
        },
      ]
    : [];
  return (
    <LineChart
      title="Share of the points by ability"
      summary={`${id}: ${observed
        .map(({ theta, share }) => `at ${theta.toFixed(1)} logits ${wholePercent(share)}`)
        .join(', ')}.`}
      x={{ title: 'Ability (logits from the mean)', min: -REACH, max: REACH }}
      y={{ title: 'Share of the points (%)', min: 0, max: 1, format: percentText }}
      series={[
        ...curve,
        {
          label: 'Observed, with 80 % interval',
          look: 'points',
          tone: 'ink',
          points: observed.map(({ theta, share, low, high, persons }) => ({
            x: theta,
            y: share,
            low,
            high,
            note: `${persons.toLocaleString('en')} persons`,
          })),
        },
      ]}
    />
  );
}

const WRONG_LOOKS: readonly Pick<LineSeries, 'look' | 'tone'>[] = [
  { look: 'dashed', tone: 'ink' },
  { look: 'dotted', tone: 'ink' },
  { look: 'dashed', tone: 'bad' },
  { look: 'dotted', tone: 'bad' },
  { look: 'dashed', tone: 'warn' },
  { look: 'dotted', tone: 'warn' },
];

/** Lines that can still be told apart; the rarest options stand in the table of options only. */
const MOST_LINES = 7;
const FIFTHS = ['weakest', '2nd', '3rd', '4th', 'ablest'];

/** A good question: the key rises from left to right, every wrong option falls. */
export function OptionCurves({ options }: { readonly options: readonly OptionReport[] }) {
  const drawn = [...options]
    .sort((one, other) => Number(other.isKey) - Number(one.isKey) || other.count - one.count)
    .slice(0, MOST_LINES);
  return (
    <LineChart
      title="Who chooses what"
      summary={`Share of each fifth of the persons that chose an option. ${drawn
        .map(({ label, isKey, byFifth }) => `${label}${isKey ? ' (key)' : ''}: ${byFifth.map(wholePercent).join(', ')}`)
        .join('; ')}.`}
      x={{
        title: 'Fifth of the persons, by score on the other questions',
        min: 1,
        max: 5,
        ticks: [1, 2, 3, 4, 5],
        format: (fifth) => FIFTHS[Math.round(fifth) - 1] ?? '',
      }}
      y={{ title: 'Chose it (%)', min: 0, max: 1, format: percentText }}
      series={drawn.map(({ label, isKey, byFifth }, index) => ({
        label: isKey ? `${label}, the key` : label,
        ...(isKey
          ? { look: 'points-on-line' as const, tone: 'accent' as const }
          : WRONG_LOOKS[(index - 1) % WRONG_LOOKS.length]),
        points: byFifth.map((share, fifth) => ({ x: fifth + 1, y: share })),
      }))}
    />
  );
}
