import { BottomAxis } from './axis.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { linear, ticks } from './scale.ts';

export type Segment = { readonly label: string; readonly value: number };

type StackedBarProps = {
  title: string;
  unit: string;
  max: number;
  segments: readonly Segment[];
  format?: (value: number) => string;
};

const BAR_HEIGHT = 34;

/** One total as the sum of its parts, in the order given; numbers in the segments name the rows of the table. */
export function StackedBar({ title, unit, max, segments, format = String }: StackedBarProps) {
  const total = segments.reduce((sum, { value }) => sum + value, 0);
  const starts = segments.map((_, index) => segments.slice(0, index).reduce((sum, { value }) => sum + value, 0));
  return (
    <ChartFrame
      title={title}
      height={BAR_HEIGHT + 48}
      summary={`${segments.map(({ label, value }) => `${label}: ${format(value)}`).join('; ')}. Total: ${format(total)}.`}
      table={{
        head: ['Part', unit],
        rows: [...segments.map(({ label, value }) => [label, format(value)]), ['Total', format(total)]],
      }}
    >
      {(width) => {
        const x = linear([0, max], [1, width - 1]);
        return (
          <>
            <BottomAxis
              values={ticks(0, max, width < 480 ? 4 : 10)}
              x={x}
              top={0}
              bottom={BAR_HEIGHT + 6}
              text={format}
              unit={unit}
              width={width}
            />
            <rect x={1} y={2} width={width - 2} height={BAR_HEIGHT} rx={6} className="fill-sunken" />
            {segments.map(({ label, value }, index) => (
              <SegmentBox
                key={label}
                number={index + 1}
                from={x(starts[index] ?? 0)}
                to={x((starts[index] ?? 0) + value)}
              />
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

function SegmentBox({ number, from, to }: { number: number; from: number; to: number }) {
  const width = Math.max(0, to - from - 1.5);
  const isDark = number % 2 === 1;
  return (
    <g>
      <rect
        x={from}
        y={2}
        width={width}
        height={BAR_HEIGHT}
        rx={Math.min(4, width / 2)}
        className={isDark ? 'fill-accent' : 'fill-accent-soft stroke-accent'}
        strokeWidth={isDark ? 0 : 1}
      />
      {width > 18 ? (
        <text x={from + width / 2} y={BAR_HEIGHT / 2 + 7} textAnchor="middle" className={isDark ? 'on-bar' : 'on-pale'}>
          {number}
        </text>
      ) : null}
    </g>
  );
}
