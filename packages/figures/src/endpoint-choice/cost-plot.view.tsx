import { grouped } from '../number-words.ts';
import { Curve, Name, Upright } from '../view/marks.tsx';
import { Plot } from '../view/plot.tsx';
import { costCurve, LOADS, OPTIONS, type OptionId, type Setting, verdictsOf } from './model.ts';
import { perDay } from './words.ts';

const TICKS = [0, 1, 2, 3, 4, 5];
/** Costs a day below a cent look like none. */
const LEAST = 0.01;

/** Cost over load, both on logarithmic axes; what does not fit is thin and grey. */
export function CostPlot({ setting, onPick }: { setting: Setting; onPick: (load: number) => void }) {
  const verdicts = verdictsOf(setting);
  const curves = OPTIONS.map(({ id, name }) => ({
    id,
    name,
    isPossible: verdicts.some((one) => one.id === id && one.obstacles.length === 0),
    points: costCurve(id, setting).map(({ load, cost }) => ({ x: Math.log10(load), y: power(cost) })),
  }));
  const high = Math.ceil(Math.max(...curves.flatMap(({ points }) => points.map(({ y }) => y))));
  return (
    <Plot
      title="Cost over load"
      label={`At ${grouped(setting.requestsPerHour)} requests an hour: ${verdicts.map(({ name, costPerHour }) => `${name} ${perDay(costPerHour)} a day`).join(', ')}.`}
      x={{
        title: 'Requests an hour',
        low: Math.log10(LOADS.low),
        high: Math.log10(LOADS.high),
        ticks: TICKS,
        format: (at) => (at < 3 ? grouped(10 ** at) : `${10 ** (at - 3)}k`),
      }}
      y={{
        title: '$ a day at the example prices',
        low: Math.log10(LEAST),
        high,
        ticks: Array.from({ length: high + 3 }, (_, index) => index - 2),
        format: (at) => (at < 0 ? String(10 ** at) : grouped(10 ** at)),
      }}
      height={230}
      onPick={(x) => onPick(10 ** x)}
    >
      {(space) => (
        <>
          <Upright at={Math.log10(setting.requestsPerHour)} space={space} />
          {[...curves]
            .sort((a, b) => Number(a.isPossible) - Number(b.isPossible))
            .map(({ id, points, isPossible }) => (
              <Curve
                key={id}
                points={points}
                space={space}
                tone={isPossible ? TONES[id] : 'muted'}
                isThin={!isPossible}
                isDashed={!isPossible}
              />
            ))}
          {curves.map(({ id, name, points, isPossible }) => (
            <Name
              key={id}
              at={points[LABELS[id].at] ?? { x: 0, y: 0 }}
              space={space}
              text={name}
              tone={isPossible ? TONES[id] : 'muted'}
              dx={LABELS[id].dx}
              dy={LABELS[id].dy}
            />
          ))}
        </>
      )}
    </Plot>
  );
}

const TONES = {
  'real-time': 'accent',
  serverless: 'warn',
  asynchronous: 'good',
  batch: 'ink',
} as const satisfies Record<OptionId, string>;

/** Each name stands where its curve runs apart from the others: the point of the curve, and pixels from it. */
const LABELS: Record<OptionId, { readonly at: number; readonly dx: number; readonly dy: number }> = {
  'real-time': { at: 2, dx: 0, dy: -8 },
  serverless: { at: 32, dx: 10, dy: 14 },
  asynchronous: { at: 2, dx: 0, dy: -8 },
  batch: { at: 2, dx: 0, dy: -8 },
};

const power = (costPerHour: number): number => Math.log10(Math.max(LEAST, costPerHour * 24));
