import { BottomAxis, ChartFrame, linear, ticks } from '@cairn/ui';

export type PartTone = 'accent' | 'warn' | 'muted' | 'ink' | 'accent-pale' | 'muted-pale';

/** A part of every row, in the order of the bars; its number stands in the bar and in the legend. */
export type RowPart = { readonly id: string; readonly label: string; readonly tone: PartTone };

export type StackedRow = {
  readonly label: string;
  /** Said at the end of the row's line. */
  readonly text: string;
  readonly amounts: Readonly<Record<string, number>>;
  readonly interval?: { readonly low: number; readonly high: number };
};

type StackedRowsProps = {
  readonly title: string;
  /** What a row is: the head of the table's first column. */
  readonly rowHead: string;
  readonly unit: string;
  readonly parts: readonly RowPart[];
  readonly rows: readonly StackedRow[];
  readonly format: (value: number) => string;
};

const FILLS: Record<PartTone, { readonly bar: string; readonly text: string; readonly swatch: string }> = {
  accent: { bar: 'fill-accent', text: 'on-bar', swatch: 'bg-accent text-on-accent' },
  warn: { bar: 'fill-warn', text: 'on-bar', swatch: 'bg-warn text-on-accent' },
  muted: { bar: 'fill-muted', text: 'on-bar', swatch: 'bg-muted text-paper' },
  ink: { bar: 'fill-ink', text: 'on-bar', swatch: 'bg-ink text-paper' },
  'accent-pale': {
    bar: 'fill-accent-soft stroke-accent',
    text: 'on-pale',
    swatch: 'border border-accent bg-accent-soft',
  },
  'muted-pale': { bar: 'fill-sunken stroke-muted', text: 'on-pale', swatch: 'border border-muted bg-sunken' },
};

const ROW = 70;
const BAR = 26;

/** Several totals as the sums of their parts, on one axis. */
export function StackedRows({ title, rowHead, unit, parts, rows, format }: StackedRowsProps) {
  const used = parts.filter(({ id }) => rows.some(({ amounts }) => (amounts[id] ?? 0) > 0));
  const totalOf = ({ amounts }: StackedRow) => used.reduce((sum, { id }) => sum + (amounts[id] ?? 0), 0);
  const top = Math.max(1, ...rows.map((row) => Math.max(totalOf(row), row.interval?.high ?? 0))) * 1.04;
  const rowWords = (row: StackedRow) =>
    used.map(({ id, label }) => `${label} ${format(row.amounts[id] ?? 0)}`).join(', ');
  return (
    <ChartFrame
      title={title}
      height={rows.length * ROW + 40}
      summary={`${rows.map((row) => `${row.label}: ${row.text} (${rowWords(row)})`).join('; ')}.`}
      legend={<Legend parts={used} hasInterval={rows.some(({ interval }) => interval !== undefined)} />}
      table={{
        head: [rowHead, ...used.map(({ label }) => label), `Total, ${unit}`, '80 % between'],
        rows: rows.map((row) => [
          row.label,
          ...used.map(({ id }) => format(row.amounts[id] ?? 0)),
          format(totalOf(row)),
          row.interval ? `${format(row.interval.low)} and ${format(row.interval.high)}` : '–',
        ]),
      }}
    >
      {(width) => {
        const x = linear([0, top], [1, width - 1]);
        return (
          <>
            <BottomAxis
              values={ticks(0, top, width < 480 ? 3 : 6)}
              x={x}
              top={2}
              bottom={rows.length * ROW}
              text={format}
              unit={unit}
              width={width}
            />
            {rows.map((row, index) => (
              <Row key={row.label} row={row} parts={used} y={index * ROW} x={x} width={width} />
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

function Legend({ parts, hasInterval }: { parts: readonly RowPart[]; hasInterval: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.94rem] text-muted">
      {parts.map(({ id, label, tone }, index) => (
        <li key={id} className="flex items-center gap-2">
          <span
            className={`grid h-5 w-7 place-items-center rounded text-[0.8rem] font-semibold ${FILLS[tone].swatch}`}
            aria-hidden="true"
          >
            {index + 1}
          </span>
          {label}
        </li>
      ))}
      {hasInterval ? (
        <li className="flex items-center gap-2">
          <span className="h-0 w-7 border-t-2 border-ink" aria-hidden="true" /> 80 % of outcomes
        </li>
      ) : null}
    </ul>
  );
}

type RowProps = {
  readonly row: StackedRow;
  readonly parts: readonly RowPart[];
  readonly y: number;
  readonly x: (value: number) => number;
  readonly width: number;
};

function Row({ row, parts, y, x, width }: RowProps) {
  const room = Math.max(6, Math.floor((width - row.text.length * 7.2 - 14) / 7.2));
  const label = row.label.length > room ? `${row.label.slice(0, room - 1)}…` : row.label;
  let from = 0;
  return (
    <g>
      <text x={1} y={y + 18} className="chart-strong chart-halo">
        {label}
      </text>
      <text x={width} y={y + 18} textAnchor="end" className="chart-halo">
        {row.text}
      </text>
      {parts.map(({ id, tone }, index) => {
        const start = from;
        from += row.amounts[id] ?? 0;
        const box = { left: x(start), width: Math.max(0, x(from) - x(start) - 1.5) };
        if (box.width < 0.5) return null;
        return (
          <g key={id}>
            <rect
              x={box.left}
              y={y + 26}
              width={box.width}
              height={BAR}
              rx={Math.min(4, box.width / 2)}
              className={FILLS[tone].bar}
            />
            {box.width > 18 ? (
              <text
                x={box.left + box.width / 2}
                y={y + 26 + BAR / 2 + 5}
                textAnchor="middle"
                className={FILLS[tone].text}
              >
                {index + 1}
              </text>
            ) : null}
          </g>
        );
      })}
      {row.interval ? (
        <path
          d={`M${x(row.interval.low)} ${y + 54}v8m0 -4H${x(row.interval.high)}m0 -4v8`}
          className="stroke-ink"
          fill="none"
          strokeWidth={2}
        />
      ) : null}
    </g>
  );
}
