import { linear, useWidth } from '@cairn/ui';
import { percent } from '../number-words.ts';
import { Upright } from '../view/marks.tsx';
import { Plot, type PlotSpace } from '../view/plot.tsx';
import { type Applicant, BINS, binsOf, gapsOf, type Rates, type ScoreBin } from './model.ts';
import { pointsText } from './words.ts';

type GroupPlotProps = {
  readonly name: string;
  readonly people: readonly Applicant[];
  readonly threshold: number;
  readonly rates: Rates;
};

const HIGH = 180;

/** Who would repay stands above the line, who would not below it; strong colour is who is approved. */
export function GroupPlot({ name, people, threshold, rates }: GroupPlotProps) {
  const bins = binsOf(people);
  return (
    <Plot
      title={name}
      label={`${name}: with a threshold of ${threshold.toFixed(2)}, ${rates.truePositives} who repay and ${rates.falsePositives} who do not are approved; ${rates.falseNegatives} who would repay are refused.`}
      x={{ title: 'Score', low: 0, high: 1 }}
      y={{
        title: 'Applicants: would repay up, would not down',
        low: -HIGH,
        high: HIGH,
        ticks: [-100, 0, 100],
        format: (count) => `${Math.abs(count)}`,
      }}
      height={140}
    >
      {(space) => (
        <>
          <g clipPath={space.clip}>
            {bins.map((bin) => (
              <BinBars key={bin.from} bin={bin} space={space} isApproved={bin.from + 0.5 / BINS >= threshold} />
            ))}
          </g>
          <line x1={space.left} x2={space.right} y1={space.y(0)} y2={space.y(0)} className="stroke-ink" />
          <Upright at={threshold} space={space} />
          <text x={space.left + 6} y={space.top + 12} className="chart-halo">
            {rates.falseNegatives} refused wrongly
          </text>
          <text x={space.right - 4} y={space.bottom - 6} textAnchor="end" className="chart-warn chart-halo">
            {rates.falsePositives} approved wrongly
          </text>
        </>
      )}
    </Plot>
  );
}

type BinBarsProps = { readonly bin: ScoreBin; readonly space: PlotSpace; readonly isApproved: boolean };

function BinBars({ bin, space, isApproved }: BinBarsProps) {
  const left = space.x(bin.from) + 1;
  const width = Math.max(1, space.x(bin.from + 1 / BINS) - space.x(bin.from) - 2);
  const zero = space.y(0);
  return (
    <>
      <rect
        x={left}
        y={space.y(bin.good)}
        width={width}
        height={zero - space.y(bin.good)}
        className={isApproved ? 'fill-accent' : 'fill-muted/45'}
      />
      <rect
        x={left}
        y={zero}
        width={width}
        height={space.y(-bin.bad) - zero}
        className={isApproved ? 'fill-warn' : 'fill-muted/45'}
      />
    </>
  );
}

/** A line between A and B for each rate: its length is the difference. */
export function RateDots({ a, b }: { readonly a: Rates; readonly b: Rates }) {
  const [box, width] = useWidth();
  const gaps = gapsOf(a, b);
  const rows = [
    { name: 'Approved', of: 'demographic parity', a: a.selection, b: b.selection, gap: gaps.demographicParity },
    {
      name: 'Approved of those who would repay',
      of: 'equal opportunity',
      a: a.truePositiveRate,
      b: b.truePositiveRate,
      gap: gaps.equalOpportunity,
    },
    {
      name: 'Approved of those who would not',
      of: '',
      a: a.falsePositiveRate,
      b: b.falsePositiveRate,
      gap: a.falsePositiveRate - b.falsePositiveRate,
    },
  ];
  const x = linear([0, 1], [12, width - 14]);
  return (
    <div className="grid min-w-0 gap-1">
      <p className="font-semibold">Differences between the groups</p>
      <div ref={box} className="min-w-0 overflow-hidden">
        <svg
          role="img"
          aria-label={rows.map((row) => `${row.name}: A ${percent(row.a)}, B ${percent(row.b)}`).join('. ')}
          className="chart block"
          width={width}
          height={rows.length * ROW}
          viewBox={`0 0 ${width} ${rows.length * ROW}`}
        >
          {rows.map((row, at) => (
            <RateRow key={row.name} row={row} y={at * ROW} x={x} width={width} />
          ))}
        </svg>
      </div>
    </div>
  );
}

const ROW = 66;

type RateRowProps = {
  readonly row: {
    readonly name: string;
    readonly of: string;
    readonly a: number;
    readonly b: number;
    readonly gap: number;
  };
  readonly y: number;
  readonly x: (share: number) => number;
  readonly width: number;
};

function RateRow({ row, y, x, width }: RateRowProps) {
  const line = y + 40;
  const [a, b] = [x(row.a), x(row.b)];
  return (
    <g>
      <text x={0} y={y + 14} className="chart-strong">
        {row.name}
      </text>
      <text x={width} y={y + 14} textAnchor="end">
        {pointsText(row.gap)}
        {width > 480 && row.of ? ` (${row.of} difference)` : ''}
      </text>
      <line x1={x(0)} x2={x(1)} y1={line} y2={line} className="stroke-line" strokeWidth={2} />
      <line x1={a} x2={b} y1={line} y2={line} className="stroke-warn" strokeWidth={4} />
      <circle cx={a} cy={line} r={8} className="fill-accent stroke-card" strokeWidth={2} />
      <circle cx={b} cy={line} r={8} className="fill-card stroke-accent" strokeWidth={3} />
      <DotLabel at={a} other={b} y={line + 22} text={`A ${percent(row.a)}`} isFirst />
      <DotLabel at={b} other={a} y={line + 22} text={`B ${percent(row.b)}`} />
    </g>
  );
}

type DotLabelProps = {
  readonly at: number;
  readonly other: number;
  readonly y: number;
  readonly text: string;
  readonly isFirst?: boolean;
};

/** Below its dot; beside it, away from the other one, where the two are close. */
function DotLabel({ at, other, y, text, isFirst = false }: DotLabelProps) {
  const isApart = Math.abs(at - other) > 50;
  const isLeft = at === other ? isFirst : at < other;
  const shift = isLeft ? -4 : 4;
  return (
    <text
      x={at + (isApart ? 0 : shift)}
      y={y}
      textAnchor={isApart ? 'middle' : isLeft ? 'end' : 'start'}
      className="chart-halo"
    >
      {text}
    </text>
  );
}
