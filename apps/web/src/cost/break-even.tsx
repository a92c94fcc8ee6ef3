import { breakEvenCurve, COST_LIMITS } from '@cairn/catalog';
import { LineChart, type LineLook, type LineSeries, type LineTone } from '@cairn/ui';
import type { Computed } from './comparison.ts';
import type { CostState } from './cost-search.ts';
import { dollars, upliftSentence } from './money-words.ts';
import { NumberField } from './number-field.tsx';

const LOOKS: readonly { readonly look: LineLook; readonly tone: LineTone }[] = [
  { look: 'line', tone: 'accent' },
  { look: 'dashed', tone: 'ink' },
  { look: 'dotted', tone: 'warn' },
  { look: 'line', tone: 'muted' },
];

/** The curve reaches to so many times the gain that the dearest path needs. */
const REACH = 4;
const POINTS = 120;

type BreakEvenProps = {
  readonly paths: readonly Computed[];
  readonly state: CostState;
  readonly onChange: (part: Partial<Pick<CostState, 'upliftUsd' | 'taxShare'>>) => void;
};

/** What a gain in pay would have to be, and how long it would take: never what it will be. */
export function BreakEvenSection({ paths, state, onChange }: BreakEvenProps) {
  const { upliftUsd, taxShare, terms } = state;
  return (
    <section aria-labelledby="break-even" className="grid gap-5">
      <h2 id="break-even" className="text-2xl">
        When would it pay for itself?
      </h2>
      <p className="max-w-3xl text-muted">
        No source in the catalog measures what a certificate itself adds to pay, so nothing is promised here. You
        suppose a gain, and see what it would mean. It begins the month after the last exam, and counts as far as the
        path is likely to be passed.
      </p>
      <div className="flex flex-wrap gap-6">
        <NumberField
          label="A gain that you suppose"
          unit="USD a year, before tax"
          value={upliftUsd}
          {...COST_LIMITS.upliftUsd}
          isOptional
          placeholder="none"
          onChange={(value) => onChange({ upliftUsd: value })}
        />
        <NumberField
          label="Of it goes in tax and contributions"
          unit="%"
          min={0}
          max={COST_LIMITS.taxShare.max * 100}
          value={Number((taxShare * 100).toFixed(2))}
          onChange={(value) => onChange({ taxShare: (value ?? 0) / 100 })}
        />
      </div>
      {upliftUsd === undefined ? null : (
        <div role="status">
          <ul className="grid gap-1">
            {paths.map((path) => (
              <li key={path.name}>
                <strong>{path.name}</strong>: {upliftSentence(path, upliftUsd, terms.years)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Curve paths={paths} state={state} />
    </section>
  );
}

function Curve({ paths, state: { upliftUsd, taxShare, terms } }: Omit<BreakEvenProps, 'onChange'>) {
  const needed = paths.flatMap(({ neededUsd }) => (neededUsd === undefined ? [] : neededUsd));
  const dearest = Math.max(0, ...needed);
  if (dearest <= 0) return <p>There is nothing to draw: no gain can pay these paths back within the view.</p>;
  const most = Math.max(dearest * REACH, (upliftUsd ?? 0) * 1.2);
  const series = paths.map((path, index) => seriesOf(path, most, taxShare, index));
  const shown = series.filter(({ points }) => points.length > 0);
  const isWithin = upliftUsd !== undefined && upliftUsd > 0;
  return (
    <LineChart
      title="Months until a yearly gain has paid for the path"
      summary={`The larger the gain, the sooner. Left of where a line begins it is never paid back within ${terms.years} years.`}
      x={{
        title: 'gain, USD a year before tax',
        min: 0,
        max: most,
        format: (value) => Math.round(value).toLocaleString('en'),
      }}
      y={{ title: 'months from today', min: 0, max: terms.years * 12, ticks: yearTicks(terms.years) }}
      series={shown}
      lines={isWithin ? [{ axis: 'x', at: upliftUsd, label: dollars(upliftUsd), tone: 'ink' }] : []}
    />
  );
}

function seriesOf(path: Computed, most: number, taxShare: number, index: number): LineSeries {
  const from = path.neededUsd ?? most;
  const uplifts = Array.from({ length: POINTS }, (_, step) => from * 1.0001 + ((most - from) * step) / (POINTS - 1));
  const points = breakEvenCurve(path.inputs.scenario, uplifts, { taxShare }).flatMap(({ uplift, result }) =>
    result.outcome === 'month' ? [{ x: uplift, y: result.month }] : [],
  );
  return { label: path.name, points, ...(LOOKS[index] ?? { look: 'line', tone: 'accent' }) };
}

const yearTicks = (years: number): readonly number[] =>
  years <= 4
    ? Array.from({ length: Math.round(years * 2) + 1 }, (_, half) => half * 6)
    : Array.from({ length: Math.round(years) + 1 }, (_, year) => year * 12);
