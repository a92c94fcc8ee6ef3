import { BottomAxis } from './axis.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { linear, ticks } from './scale.ts';

export type Range = {
  readonly label: string;
  /** What kind of number this is, since ranges of different kinds stand side by side. */
  readonly basis?: string;
  readonly low?: number | undefined;
  readonly middle?: number | undefined;
  readonly high?: number | undefined;
  readonly note?: string | undefined;
};

type RangeChartProps = { title: string; unit: string; ranges: readonly Range[]; format?: (value: number) => string };

const ROW = 64;
/** A row without a second line of words. */
const LOW_ROW = 46;
const AXIS = 44;

const valuesOf = ({ low, middle, high }: Range) => [low, middle, high].filter((value) => value !== undefined);

export function RangeChart({ title, unit, ranges, format = String }: RangeChartProps) {
  const all = ranges.flatMap(valuesOf);
  const top = Math.max(0, ...all) * 1.04;
  const row = ranges.some(({ basis, note }) => basis || note) ? ROW : LOW_ROW;
  return (
    <ChartFrame
      title={title}
      height={ranges.length * row + AXIS}
      summary={`Ranges in ${unit}. ${ranges.map((range) => `${range.label}: ${rangeText(range, format)}`).join('; ')}.`}
      table={{
        head: ['Source', 'Basis', 'Low', 'Middle', 'High', 'Note'],
        rows: ranges.map(({ label, basis, low, middle, high, note }) => [
          label,
          basis ?? '–',
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
              bottom={ranges.length * row + 4}
              text={format}
              unit={unit}
              width={width}
            />
            {ranges.map((range, index) => (
              <RangeRow
                key={`${range.label}${range.basis ?? ''}${range.note ?? ''}`}
                range={range}
                y={index * row}
                height={row}
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

type RangeRowProps = {
  range: Range;
  y: number;
  height: number;
  x: (value: number) => number;
  width: number;
  text: string;
};

function RangeRow({ range, y, height, x, width, text }: RangeRowProps) {
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
          y={y + height - 23}
          width={Math.max(2, x(high) - x(low))}
          height={12}
          rx={6}
          className="fill-accent-soft stroke-accent"
          strokeWidth={1.5}
        />
      ) : null}
      {middle === undefined ? null : <circle cx={x(middle)} cy={y + height - 17} r={7} className="fill-accent" />}
    </g>
  );
}
