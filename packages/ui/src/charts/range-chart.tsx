import { BottomAxis } from './axis.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { linear, ticks } from './scale.ts';

export type Range = {
  readonly label: string;
  /** What kind of number this is, since ranges of different kinds stand side by side. */
  readonly basis: string;
  readonly low?: number | undefined;
  readonly middle?: number | undefined;
  readonly high?: number | undefined;
  readonly note?: string | undefined;
};

type RangeChartProps = { title: string; unit: string; ranges: readonly Range[]; format?: (value: number) => string };

const ROW = 64;
const AXIS = 44;

const valuesOf = ({ low, middle, high }: Range) => [low, middle, high].filter((value) => value !== undefined);

export function RangeChart({ title, unit, ranges, format = String }: RangeChartProps) {
  const all = ranges.flatMap(valuesOf);
  const top = Math.max(0, ...all) * 1.04;
  return (
    <ChartFrame
      title={title}
      height={ranges.length * ROW + AXIS}
      summary={`Ranges in ${unit}. ${ranges.map((range) => `${range.label}: ${rangeText(range, format)}`).join('; ')}.`}
      table={{
        head: ['Source', 'Basis', 'Low', 'Middle', 'High', 'Note'],
        rows: ranges.map(({ label, basis, low, middle, high, note }) => [
          label,
          basis,
          ...[low, middle, high].map((value) => (value === undefined ? '–' : format(value))),
          note ?? '',
        ]),
      }}
    >
      {(width) => {
        const x = linear([0, top], [6, width - 6]);
        return (
          <>
            <BottomAxis
              values={ticks(0, top, width < 480 ? 3 : 6)}
              x={x}
              top={2}
              bottom={ranges.length * ROW + 4}
              text={format}
              unit={unit}
              width={width}
            />
            {ranges.map((range, row) => (
              <RangeRow
                key={`${range.label}${range.basis}${range.note ?? ''}`}
                range={range}
                y={row * ROW}
                x={x}
                width={width}
                text={rangeText(range, format)}
              />
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

function rangeText({ low, middle, high }: Range, format: (value: number) => string): string {
  const ends = low !== undefined && high !== undefined ? `${format(low)}–${format(high)}` : '';
  const centre = middle === undefined ? '' : `middle ${format(middle)}`;
  return [ends, centre].filter(Boolean).join(', ') || 'no figure';
}

type RangeRowProps = { range: Range; y: number; x: (value: number) => number; width: number; text: string };

function RangeRow({ range, y, x, width, text }: RangeRowProps) {
  const { low, middle, high } = range;
  const fit = (words: string, room: number) =>
    words.length > room ? `${words.slice(0, Math.max(4, room - 1))}…` : words;
  return (
    <g>
      <text x={1} y={y + 15} className="chart-strong">
        {fit(range.label, Math.floor((width - text.length * 6.8 - 16) / 7))}
      </text>
      <text x={width} y={y + 15} textAnchor="end">
        {text}
      </text>
      <text x={1} y={y + 32}>
        {fit([range.basis, range.note].filter(Boolean).join(' · '), Math.floor(width / 6.3))}
      </text>
      {low !== undefined && high !== undefined ? (
        <rect
          x={x(low)}
          y={y + 41}
          width={Math.max(2, x(high) - x(low))}
          height={12}
          rx={6}
          className="fill-accent/45"
        />
      ) : null}
      {middle === undefined ? null : (
        <circle cx={x(middle)} cy={y + 47} r={7} className="fill-accent stroke-card" strokeWidth={2} />
      )}
    </g>
  );
}
