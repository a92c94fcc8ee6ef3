import { BottomAxis, ChartFrame, linear, ticks } from '@cairn/ui';
import { useIsNarrow } from './use-is-narrow.ts';

/** Estimates with their intervals against one line that matters: the pass line. */
export type Interval = {
  readonly label: string;
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
  /** Said at the end of the row, and in the table. */
  readonly text: string;
  readonly note?: string;
  /** Nothing was observed: the interval is what anybody's would be, drawn empty and without a point. */
  readonly isUnknown?: boolean;
};

type IntervalChartProps = {
  readonly title: string;
  readonly unit: string;
  readonly rows: readonly Interval[];
  readonly min: number;
  readonly max: number;
  readonly line: { readonly at: number; readonly label: string };
  readonly format: (value: number) => string;
  readonly labelHead: string;
};

const HEAD = 26;
const ROW = 58;
/** On a phone the words stand under the name, so that neither is cut short. */
const WORDS_LINE = 20;
const SIDE = 8;

export function IntervalChart({ title, unit, rows, min, max, line, format, labelHead }: IntervalChartProps) {
  const isNarrow = useIsNarrow();
  const rowHeight = isNarrow ? ROW + WORDS_LINE : ROW;
  const bottom = HEAD + rows.length * rowHeight;
  return (
    <ChartFrame
      title={title}
      height={bottom + 42}
      summary={`${line.label}: ${format(line.at)}. ${rows.map(({ label, text }) => `${label}: ${text}`).join('; ')}.`}
      table={{
        head: [labelHead, 'Low', `Estimate (${unit})`, 'High', 'In words'],
        rows: rows.map(({ label, low, estimate, high, text, note }) => [
          label,
          format(low),
          format(estimate),
          format(high),
          [text, note].filter(Boolean).join(', '),
        ]),
      }}
    >
      {(width) => {
        const x = linear([min, max], [SIDE, width - SIDE]);
        const anchor = x(line.at) > width / 2 ? 'end' : 'start';
        return (
          <>
            <BottomAxis
              values={[...new Set([min, ...ticks(min, max, width < 480 ? 4 : 8)])]}
              x={x}
              top={HEAD}
              bottom={bottom}
              text={format}
              unit={unit}
              width={width}
            />
            <line x1={x(line.at)} x2={x(line.at)} y1={6} y2={bottom} className="stroke-ink" strokeWidth={2} />
            <text x={x(line.at) + (anchor === 'end' ? -6 : 6)} y={16} textAnchor={anchor} className="chart-strong">
              {`${line.label} ${format(line.at)}`}
            </text>
            {rows.map((row, index) => (
              <IntervalRow
                key={row.label}
                row={row}
                y={HEAD + index * rowHeight}
                x={x}
                width={width}
                isNarrow={isNarrow}
              />
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

type RowProps = {
  readonly row: Interval;
  readonly y: number;
  readonly x: (value: number) => number;
  readonly width: number;
  readonly isNarrow: boolean;
};

function IntervalRow({ row, y, x, width, isNarrow }: RowProps) {
  const { low, estimate, high } = row;
  // Letters are about 7 px wide at this size; the label yields to the words at the end of the line.
  const room = Math.floor((width - (isNarrow ? 0 : row.text.length * 7) - 20) / 7);
  const label = row.label.length > room ? `${row.label.slice(0, Math.max(4, room - 1))}…` : row.label;
  const bar = y + (isNarrow ? 30 + WORDS_LINE : 30);
  const [from, to] = [x(low), Math.max(x(high), x(low) + 2)];
  return (
    <g>
      <text x={SIDE} y={y + 20} className="chart-strong chart-halo">
        {label}
      </text>
      <text
        x={isNarrow ? SIDE : width - SIDE}
        y={isNarrow ? bar - 10 : y + 20}
        textAnchor={isNarrow ? 'start' : 'end'}
        className="chart-halo"
      >
        {row.text}
      </text>
      <rect
        x={from}
        y={bar}
        width={to - from}
        height={12}
        rx={6}
        className={row.isUnknown ? 'fill-none stroke-muted' : 'fill-accent/35'}
        strokeDasharray="4 4"
      />
      {row.isUnknown ? null : <Estimate x={x(estimate)} from={from} to={to} y={bar} />}
    </g>
  );
}

function Estimate({ x, from, to, y }: { x: number; from: number; to: number; y: number }) {
  return (
    <g>
      <path d={`M${from} ${y - 1}v14M${to} ${y - 1}v14`} className="stroke-accent" strokeWidth={2} />
      <circle cx={x} cy={y + 6} r={7} className="fill-accent stroke-card" strokeWidth={2} />
    </g>
  );
}
