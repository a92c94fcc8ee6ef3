import { BottomAxis } from './axis.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { linear, roundedUp, ticks } from './scale.ts';

export type Bar = {
  readonly label: string;
  readonly value: number;
  /** Shown at the end of the bar instead of the bare number. */
  readonly text?: string;
  readonly emphasis?: boolean;
};

type HorizontalBarsProps = {
  title: string;
  unit: string;
  bars: readonly Bar[];
  max?: number;
  labelHead?: string;
  format?: (value: number) => string;
};

const ROW = 46;

export function HorizontalBars({ title, unit, bars, max, labelHead = 'Name', format = String }: HorizontalBarsProps) {
  const top = max ?? roundedUp(Math.max(0, ...bars.map(({ value }) => value)));
  const height = bars.length * ROW + 44;
  const textOf = ({ value, text }: Bar) => text ?? format(value);
  return (
    <ChartFrame
      title={title}
      height={height}
      summary={`Bar chart, ${unit}. ${bars.map((bar) => `${bar.label}: ${textOf(bar)}`).join('; ')}.`}
      table={{ head: [labelHead, unit], rows: bars.map((bar) => [bar.label, textOf(bar)]) }}
    >
      {(width) => {
        const x = linear([0, top], [1, width - 1]);
        const bottom = bars.length * ROW + 4;
        return (
          <>
            <BottomAxis
              values={ticks(0, top, width < 480 ? 3 : 6)}
              x={x}
              top={2}
              bottom={bottom}
              text={format}
              unit={unit}
              width={width}
            />
            {bars.map((bar, row) => (
              <BarRow key={bar.label} bar={bar} y={row * ROW} end={x(bar.value)} width={width} text={textOf(bar)} />
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

function BarRow({ bar, y, end, width, text }: { bar: Bar; y: number; end: number; width: number; text: string }) {
  // Letters are about 6.6 px wide at this size; the label yields to the number on the same line.
  const room = Math.floor((width - text.length * 7.5 - 20) / 6.6);
  const label = bar.label.length > room ? `${bar.label.slice(0, Math.max(4, room - 1))}…` : bar.label;
  return (
    <g>
      <text x={1} y={y + 15} className="chart-strong">
        {label}
      </text>
      <text x={width} y={y + 15} textAnchor="end">
        {text}
      </text>
      <rect x={1} y={y + 22} width={Math.max(0, width - 2)} height={12} rx={6} className="fill-sunken" />
      <rect
        x={1}
        y={y + 22}
        width={Math.max(2, end - 1)}
        height={12}
        rx={6}
        className={bar.emphasis === false ? 'fill-muted' : 'fill-accent'}
      />
    </g>
  );
}
