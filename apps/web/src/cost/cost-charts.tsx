import { COST_PARTS, type CostPart } from '@cairn/catalog';
import { dayInWords } from '../app/words.ts';
import type { Computed } from './comparison.ts';
import { dollars, intervalSentence, percentText } from './money-words.ts';
import { type PartTone, type RowPart, StackedRows } from './stacked-rows.tsx';

const TONES: Record<CostPart, PartTone> = {
  fees: 'accent',
  retakes: 'warn',
  materials: 'muted',
  renewals: 'ink',
  study: 'accent-pale',
  'renewal-study': 'muted-pale',
};

const PARTS: readonly RowPart[] = (Object.keys(COST_PARTS) as CostPart[]) // a constant's own keys
  .map((id) => ({ id, label: COST_PARTS[id].label, tone: TONES[id] }));

const plain = (value: number): string => Math.round(value).toLocaleString('en');

/** What each path costs, by part; money first, hours after it. */
export function CostByPart({ paths }: { paths: readonly Computed[] }) {
  return (
    <StackedRows
      title="Expected cost, in today’s money"
      rowHead="Path"
      unit="USD"
      parts={PARTS}
      rows={paths.map(({ name, cost }) => ({
        label: name,
        text: dollars(cost.expectedUsd),
        amounts: Object.fromEntries(cost.parts.map(({ part, usd }) => [part, usd])),
        interval: cost.interval,
      }))}
      format={plain}
    />
  );
}

const YEAR_PARTS: readonly RowPart[] = [
  { id: 'cash', label: 'Money', tone: 'accent' },
  { id: 'time', label: 'Hours at your value', tone: 'accent-pale' },
];

/** When it is paid: not discounted, as it leaves the purse. */
export function CostByYear({ path, hasHead }: { path: Computed; hasHead: boolean }) {
  return (
    <StackedRows
      title={hasHead ? path.name : 'By year, as it is paid'}
      rowHead="Year"
      unit="USD"
      parts={YEAR_PARTS}
      rows={path.cost.years.map(({ year, cashUsd, timeUsd, hours }) => ({
        label: `Year ${year}`,
        text: `${dollars(cashUsd + timeUsd)}, ${Math.round(hours)} h`,
        amounts: { cash: cashUsd, time: timeUsd },
      }))}
      format={plain}
    />
  );
}

/** The answer in figures, one card a path. */
export function Figures({ paths, years }: { paths: readonly Computed[]; years: number }) {
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {paths.map(({ name, cost, neededUsd, inputs }) => (
        <li key={name} className="rounded-xl border border-line bg-card p-5 shadow-card">
          <p className="font-semibold">{name}</p>
          <p className="font-display text-3xl font-semibold tabular-nums">{dollars(cost.expectedUsd)}</p>
          <p className="text-[0.94rem] text-muted">{intervalSentence(cost.interval)}</p>
          <dl className="mt-3 grid grid-cols-2 gap-x-4 gap-y-2 text-[0.94rem]">
            <Fact label="Money" text={dollars(cost.cashUsd)} />
            <Fact label="Your hours" text={`${Math.round(cost.hours)} h, ${dollars(cost.timeUsd)}`} />
            <Fact label="All passed within the sittings" text={percentText(cost.chanceOfAll)} />
            <Fact label="Last exam, first sitting" text={dayInWords(inputs.days.at(-1) ?? '')} />
          </dl>
          <p className="mt-3 border-t border-line pt-3">
            {neededUsd === undefined
              ? `No gain can pay it back within ${years} years: the path ends too late.`
              : `It would have to bring ${dollars(neededUsd)} a year to pay for itself within ${years} years.`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Fact({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <dt className="text-muted">{label}</dt>
      <dd className="font-semibold tabular-nums">{text}</dd>
    </div>
  );
}
