import type { LineLook, LinePoint, LineSeries, LineTone } from './line-data.ts';

type Map = (value: number) => number;

const TONES: Record<LineTone, { readonly stroke: string; readonly fill: string; readonly band: string }> = {
  accent: { stroke: 'stroke-accent', fill: 'fill-accent', band: 'fill-accent/20' },
  ink: { stroke: 'stroke-ink', fill: 'fill-ink', band: 'fill-ink/15' },
  muted: { stroke: 'stroke-muted', fill: 'fill-muted', band: 'fill-muted/20' },
  warn: { stroke: 'stroke-warn', fill: 'fill-warn', band: 'fill-warn/20' },
  good: { stroke: 'stroke-good', fill: 'fill-good', band: 'fill-good/20' },
  bad: { stroke: 'stroke-bad', fill: 'fill-bad', band: 'fill-bad/20' },
};

const DASHES: Record<LineLook, string | undefined> = {
  line: undefined,
  dashed: '7 5',
  dotted: '1.5 5',
  points: undefined,
  'points-on-line': undefined,
};

/** One series: its band, its line, its points. */
export function SeriesMarks({ series, x, y }: { series: LineSeries; x: Map; y: Map }) {
  const { points, look = 'line', tone = 'accent' } = series;
  const { stroke, fill, band } = TONES[tone];
  const isLine = look !== 'points';
  const isPointed = look.startsWith('points');
  return (
    <g>
      {isPointed ? null : <path d={bandPath(points, x, y)} className={band} />}
      {isLine && points.length > 1 ? (
        <path
          d={linePath(points, x, y)}
          className={`fill-none ${stroke}`}
          strokeWidth={2.5}
          strokeLinejoin="round"
          strokeLinecap="round"
          {...(DASHES[look] && { strokeDasharray: DASHES[look] })}
        />
      ) : null}
      {isPointed || points.length === 1
        ? points.map((point) => <PointMark key={point.x} point={point} x={x} y={y} stroke={stroke} fill={fill} />)
        : null}
    </g>
  );
}

type PointMarkProps = { point: LinePoint; x: Map; y: Map; stroke: string; fill: string };

function PointMark({ point, x, y, stroke, fill }: PointMarkProps) {
  const at = x(point.x);
  return (
    <g>
      {point.low === undefined || point.high === undefined ? null : (
        <path
          d={`M${at} ${y(point.low)}V${y(point.high)}M${at - 4} ${y(point.low)}h8M${at - 4} ${y(point.high)}h8`}
          className={`fill-none ${stroke}`}
          strokeWidth={1.75}
        />
      )}
      {point.label === undefined ? null : (
        <text
          x={at}
          y={labelY(y(point.high ?? point.y), y(point.low ?? point.y))}
          textAnchor="middle"
          className="chart-halo"
        >
          {point.label}
        </text>
      )}
      <circle cx={at} cy={y(point.y)} r={5} className={`${fill} stroke-card`} strokeWidth={1.5} />
    </g>
  );
}

/** Above the point, or below it where the picture ends: in pixels, counted from the top. */
const labelY = (top: number, bottom: number): number => (top > 52 ? top - 9 : bottom + 19);

const linePath = (points: readonly LinePoint[], x: Map, y: Map): string =>
  points.map((point, index) => `${index === 0 ? 'M' : 'L'}${round(x(point.x))} ${round(y(point.y))}`).join('');

/** Along the upper ends and back along the lower ones; empty where no point has an interval. */
function bandPath(points: readonly LinePoint[], x: Map, y: Map): string {
  const sure = points.flatMap(({ x: at, low, high }) =>
    low === undefined || high === undefined ? [] : [{ at, low, high }],
  );
  if (sure.length < 2) return '';
  const upper = sure.map(({ at, high }) => `${round(x(at))} ${round(y(high))}`);
  const lower = sure.map(({ at, low }) => `${round(x(at))} ${round(y(low))}`).reverse();
  return `M${[...upper, ...lower].join('L')}Z`;
}

/** A tenth of a pixel: more would only make the page longer. */
const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/** What each shape and colour stands for, in words that wrap on a phone. */
export function LineLegend({ series }: { series: readonly LineSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.94rem] text-muted">
      {series.map((one) => (
        <li key={one.label} className="flex items-center gap-2">
          <Sample {...one} />
          {one.label}
        </li>
      ))}
    </ul>
  );
}

function Sample({ look = 'line', tone = 'accent', points }: LineSeries) {
  const { stroke, fill, band } = TONES[tone];
  const isPointed = look.startsWith('points');
  const hasInterval = points.some(({ low }) => low !== undefined);
  return (
    <svg viewBox="0 0 28 16" className="h-4 w-7 shrink-0" aria-hidden="true">
      {hasInterval && !isPointed ? <rect x={0} y={2} width={28} height={12} className={band} /> : null}
      {hasInterval && isPointed ? <path d="M14 1v14M10 1h8M10 15h8" className={stroke} strokeWidth={1.5} /> : null}
      {look === 'points' ? null : (
        <path
          d="M1 8h26"
          className={stroke}
          strokeWidth={2.5}
          {...(DASHES[look] && { strokeDasharray: DASHES[look] })}
        />
      )}
      {isPointed ? <circle cx={14} cy={8} r={4.5} className={fill} /> : null}
    </svg>
  );
}
