import { BottomAxis } from './axis.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { linear, ticks } from './scale.ts';
import { wrapped } from './wrapped.ts';

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

const LINE = 17;
/** From the words of a row to its bar, the bar, and the gap below. */
const BAR = 29;
const AXIS = 44;

const valuesOf = ({ low, middle, high }: Range) => [low, middle, high].filter((value) => value !== undefined);

export function RangeChart({ title, unit, ranges, format = String }: RangeChartProps) {
  const all = ranges.flatMap(valuesOf);
  const top = Math.max(0, ...all) * 1.04;
  return (
    <ChartFrame
      title={title}
      height={(width) => heightOf(ranges.map((range) => wordsOf(range, width, format))) + AXIS}
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
        const words = ranges.map((range) => wordsOf(range, width, format));
        return (
          <>
            <BottomAxis
              values={ticks(0, top, width < 480 ? 4 : 6)}
              x={x}
              top={2}
              bottom={heightOf(words) + 4}
              text={format}
              unit={unit}
              width={width}
            />
            {ranges.map((range, index) => (
              <RangeRow
                key={`${range.label}${range.basis ?? ''}${range.note ?? ''}`}
                range={range}
                words={words[index] ?? NO_WORDS}
                y={heightOf(words.slice(0, index))}
                x={x}
                width={width}
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

/** The lines of a row: its label, with the figures at the end of its last line if they fit there, and what it is. */
type Words = { readonly label: readonly string[]; readonly figures: string; readonly about: readonly string[] };

const NO_WORDS: Words = { label: [], figures: '', about: [] };

/** Estimated widths of a letter, in pixels: broken by them, a line may end early but is not cut off. */
const STRONG_LETTER = 7.2;
const LETTER = 6.6;

function wordsOf(range: Range, width: number, format: (value: number) => string): Words {
  const figures = rangeText(range, format);
  const label = wrapped(range.label, width / STRONG_LETTER);
  const fits = (label.at(-1) ?? '').length * STRONG_LETTER + 16 + figures.length * LETTER <= width;
  const about = [range.basis, range.note].filter(Boolean).join(' · ');
  return { label: fits ? label : [...label, ''], figures, about: wrapped(about, width / LETTER) };
}

const heightOf = (words: readonly Words[]) =>
  words.reduce((sum, { label, about }) => sum + (label.length + about.length) * LINE + BAR, 0);

type RangeRowProps = { range: Range; words: Words; y: number; x: (value: number) => number; width: number };

function RangeRow({ range: { low, middle, high }, words: { label, figures, about }, y, x, width }: RangeRowProps) {
  const lineAt = (index: number) => y + 15 + index * LINE;
  const bar = lineAt(label.length + about.length - 1) + 9;
  return (
    <g>
      {label.map((text, index) => (
        <text key={text} x={1} y={lineAt(index)} className="chart-strong">
          {text}
        </text>
      ))}
      <text x={width} y={lineAt(label.length - 1)} textAnchor="end">
        {figures}
      </text>
      {about.map((text, index) => (
        <text key={text} x={1} y={lineAt(label.length + index)}>
          {text}
        </text>
      ))}
      {low !== undefined && high !== undefined ? (
        <rect
          x={x(low)}
          y={bar}
          width={Math.max(2, x(high) - x(low))}
          height={12}
          rx={6}
          className="fill-accent-soft stroke-accent"
          strokeWidth={1.5}
        />
      ) : null}
      {middle === undefined ? null : <circle cx={x(middle)} cy={bar + 6} r={7} className="fill-accent" />}
    </g>
  );
}
