import type { Influence } from '@cairn/catalog';
import { BottomAxis, ChartFrame, linear, ticks } from '@cairn/ui';
import { dollars } from './money-words.ts';

type TornadoProps = { readonly title: string; readonly expectedUsd: number; readonly influences: readonly Influence[] };

const ROW = 54;

/** What moves the answer most: one input at a time, the widest bar first, around the expected cost. */
export function Tornado({ title, expectedUsd, influences }: TornadoProps) {
  const ends = influences.flatMap(({ costFrom, costTo }) => [costFrom, costTo]);
  const [low, high] = [Math.min(expectedUsd, ...ends), Math.max(expectedUsd, ...ends)];
  const margin = (high - low) * 0.04 || 1;
  const text = ({ label, from, to, costFrom, costTo }: Influence) =>
    `${label} from ${from} to ${to}: ${dollars(costFrom)} to ${dollars(costTo)}`;
  return (
    <ChartFrame
      title={title}
      height={influences.length * ROW + 44}
      summary={`The expected cost is ${dollars(expectedUsd)}. ${influences.map(text).join('; ')}.`}
      table={{
        head: ['Input', 'From', 'To', 'Cost from', 'Cost to'],
        rows: influences.map(({ label, from, to, costFrom, costTo }) => [
          label,
          from,
          to,
          dollars(costFrom),
          dollars(costTo),
        ]),
      }}
    >
      {(width) => {
        const x = linear([low - margin, high + margin], [1, width - 1]);
        const bottom = influences.length * ROW;
        return (
          <>
            <BottomAxis
              values={ticks(low, high, width < 480 ? 3 : 6)}
              x={x}
              top={2}
              bottom={bottom}
              text={(value) => value.toLocaleString('en')}
              unit="expected cost, USD"
              width={width}
            />
            {influences.map((one, index) => (
              <TornadoRow key={one.input} influence={one} y={index * ROW} x={x} width={width} middle={expectedUsd} />
            ))}
            <line x1={x(expectedUsd)} x2={x(expectedUsd)} y1={2} y2={bottom} className="stroke-ink" strokeWidth={1.5} />
          </>
        );
      }}
    </ChartFrame>
  );
}

type TornadoRowProps = {
  readonly influence: Influence;
  readonly y: number;
  readonly x: (value: number) => number;
  readonly width: number;
  readonly middle: number;
};

/** The first value that was tried is the pale part, the second one the dark part. */
function TornadoRow({ influence, y, x, width, middle }: TornadoRowProps) {
  const { label, from, to, costFrom, costTo } = influence;
  const part = (end: number) => ({
    x: Math.min(x(end), x(middle)),
    width: Math.max(1.5, Math.abs(x(end) - x(middle))),
  });
  const range = `${from} … ${to}`;
  const room = Math.max(4, Math.floor((width - label.length * 7.6 - 14) / 6.6));
  return (
    <g>
      <text x={1} y={y + 16} className="chart-strong chart-halo">
        {label}
      </text>
      <text x={width} y={y + 16} textAnchor="end" className="chart-halo">
        {range.length > room ? `${range.slice(0, room - 1)}…` : range}
      </text>
      <rect {...part(costFrom)} y={y + 24} height={18} className="fill-accent-soft stroke-accent" strokeWidth={1} />
      <rect {...part(costTo)} y={y + 24} height={18} className="fill-accent" />
    </g>
  );
}
