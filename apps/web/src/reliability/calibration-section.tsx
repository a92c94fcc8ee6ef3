import type { Reliability } from '@cairn/contract';
import { LineChart } from '@cairn/ui';
import { curveSentence, measuresOf, shortCount, wholePercent } from './measures.ts';

type CurveProps = { readonly title: string; readonly found: Reliability };

/** Predicted against observed: on the diagonal the number means what it says. */
export function CalibrationCurve({ title, found }: CurveProps) {
  const { bins } = found;
  const alike =
    bins.length > 1 && bins.every(({ n }) => shortCount(n) === shortCount(bins[0]?.n ?? 0)) ? bins[0]?.n : undefined;
  const percentText = (share: number) => `${Math.round(100 * share)}`;
  return (
    <LineChart
      title={title}
      summary={`${curveSentence(found)} ${bins
        .map(
          ({ predicted, observed }) =>
            `Predicted ${wholePercent(predicted)}, observed ${wholePercent(observed.estimate)}`,
        )
        .join('; ')}.`}
      x={{ title: 'Predicted chance of passing (%)', min: 0, max: 1, format: percentText }}
      y={{ title: 'Share that passed (%)', min: 0, max: 1, format: percentText }}
      plotHeight={300}
      series={[
        {
          label: 'As it should be',
          look: 'dashed',
          tone: 'muted',
          points: [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
        },
        {
          label: `Observed, with 80 % interval${alike === undefined ? ' and number of predictions' : `; each point about ${Number(alike.toPrecision(2)).toLocaleString('en')} predictions`}`,
          look: 'points',
          points: bins.map(({ predicted, observed, n }) => ({
            x: predicted,
            y: observed.estimate,
            low: observed.low,
            high: observed.high,
            note: `${n.toLocaleString('en')} predictions`,
            label: alike === undefined ? shortCount(n) : undefined,
          })),
        },
      ]}
    />
  );
}

/** Each measure with what it means in one line. */
export function Measures({ found }: { readonly found: Reliability }) {
  return (
    <dl className="grid content-start gap-4">
      {measuresOf(found).map(({ name, value, meaning }) => (
        <div key={name} className="grid gap-0.5 border-t border-line pt-3">
          <dt className="flex items-baseline justify-between gap-3 font-semibold">
            {name}
            <span className="font-display text-2xl tabular-nums">{value}</span>
          </dt>
          <dd className="text-[0.94rem] text-muted">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
