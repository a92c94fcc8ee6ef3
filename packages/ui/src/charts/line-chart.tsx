import { useId } from 'react';
import { BottomAxis } from './axis.tsx';
import { ChartFrame } from './chart-frame.tsx';
import {
  extentOf,
  type LineAxis,
  type LineSeries,
  plainNumber,
  type ReferenceLine,
  type ReferenceRegion,
  tableOf,
  yValuesOf,
} from './line-data.ts';
import { LineLegend, SeriesMarks } from './line-marks.tsx';
import { linear, ticks } from './scale.ts';

type LineChartProps = {
  title: string;
  /** What the chart shows, in one or two sentences: read aloud in place of the picture. */
  summary: string;
  x: LineAxis;
  y: LineAxis;
  series: readonly LineSeries[];
  lines?: readonly ReferenceLine[];
  regions?: readonly ReferenceRegion[];
  /** Height of the plot itself in pixels, without its axes. */
  plotHeight?: number;
};

/** The axis title, and below it the names of vertical lines. */
const HEAD = 46;
const FOOT = 46;
/** Letters are about this wide at the size of a chart. */
const LETTER = 7;

/** Lines with bands, points with error bars, and values that matter, over two axes with titles. */
export function LineChart({
  title,
  summary,
  x,
  y,
  series,
  lines = [],
  regions = [],
  plotHeight = 240,
}: LineChartProps) {
  const shade = useId();
  const bottom = HEAD + plotHeight;
  const horizontal = extentOf(
    x,
    series.flatMap(({ points }) => points.map((point) => point.x)),
    6,
  );
  const vertical = extentOf(y, yValuesOf(series), 5);
  const yTicks = y.ticks ?? ticks(vertical.low, vertical.high, Math.max(2, Math.floor(plotHeight / 48)));
  const yText = y.format ?? plainNumber;
  const left = 10 + Math.max(...yTicks.map((value) => yText(value).length), 1) * LETTER;
  return (
    <ChartFrame
      title={title}
      summary={[summary, ...lines.map(({ label }) => `${label}.`)].join(' ')}
      height={bottom + FOOT}
      table={tableOf(series, x, y)}
      legend={series.length > 1 ? <LineLegend series={series} /> : undefined}
    >
      {(width) => {
        const toX = linear([horizontal.low, horizontal.high], [left, width - 10]);
        const toY = linear([vertical.low, vertical.high], [bottom, HEAD]);
        return (
          <>
            <clipPath id={shade}>
              {/* A point at an edge is drawn whole. */}
              <rect x={left - 7} y={HEAD - 8} width={Math.max(0, width - left + 4)} height={plotHeight + 15} />
            </clipPath>
            <LeftAxis values={yTicks} y={toY} left={left} right={width - 10} text={yText} title={y.title} />
            {regions.map((region) => (
              <RegionShade key={region.label} region={region} x={toX} bottom={bottom} />
            ))}
            <BottomAxis
              values={x.ticks ?? ticks(horizontal.low, horizontal.high, Math.max(2, Math.floor((width - left) / 84)))}
              x={toX}
              top={HEAD}
              bottom={bottom}
              text={x.format ?? plainNumber}
              unit={x.title}
              width={width}
            />
            <g clipPath={`url(#${shade})`}>
              {series.map((one) => (
                <SeriesMarks key={one.label} series={one} x={toX} y={toY} />
              ))}
            </g>
            {lines.map((line) => (
              <Reference
                key={`${line.axis}${line.label}`}
                line={line}
                x={toX}
                y={toY}
                left={left}
                width={width}
                bottom={bottom}
              />
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

type LeftAxisProps = {
  values: readonly number[];
  y: (value: number) => number;
  left: number;
  right: number;
  text: (value: number) => string;
  title: string;
};

/** The title lies flat above the axis: nobody should turn the head to read it. */
function LeftAxis({ values, y, left, right, text, title }: LeftAxisProps) {
  return (
    <g>
      <text x={0} y={14}>
        {title}
      </text>
      {values.map((value) => (
        <g key={value}>
          <line x1={left} x2={right} y1={y(value)} y2={y(value)} className="stroke-line" />
          <text x={left - 6} y={y(value) + 4.5} textAnchor="end">
            {text(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

function RegionShade({ region, x, bottom }: { region: ReferenceRegion; x: (value: number) => number; bottom: number }) {
  const [from, to] = [x(region.from), x(region.to)];
  return (
    <g>
      <rect x={from} y={HEAD} width={Math.max(0, to - from)} height={bottom - HEAD} className="fill-warn-soft" />
      <text x={(from + to) / 2} y={HEAD + 16} textAnchor="middle" className="chart-halo">
        {region.label}
      </text>
    </g>
  );
}

type ReferenceProps = {
  line: ReferenceLine;
  x: (value: number) => number;
  y: (value: number) => number;
  left: number;
  width: number;
  bottom: number;
};

const LINE_TONES: Record<NonNullable<ReferenceLine['tone']>, string> = {
  accent: 'stroke-accent',
  ink: 'stroke-ink',
  muted: 'stroke-muted',
  warn: 'stroke-warn',
  good: 'stroke-good',
  bad: 'stroke-bad',
};

function Reference({ line, x, y, left, width, bottom }: ReferenceProps) {
  const tone = LINE_TONES[line.tone ?? 'ink'];
  if (line.axis === 'y') {
    const at = y(line.at);
    return (
      <g>
        <line x1={left} x2={width - 10} y1={at} y2={at} className={tone} strokeWidth={1.5} />
        <text x={width - 12} y={at - 6} textAnchor="end" className="chart-strong chart-halo">
          {line.label}
        </text>
      </g>
    );
  }
  const at = x(line.at);
  const isRight = at > (left + width) / 2;
  return (
    <g>
      <line x1={at} x2={at} y1={HEAD - 6} y2={bottom} className={tone} strokeWidth={1.5} />
      <text
        x={at + (isRight ? -6 : 6)}
        y={HEAD - 9}
        textAnchor={isRight ? 'end' : 'start'}
        className="chart-strong chart-halo"
      >
        {line.label}
      </text>
    </g>
  );
}
