import type { PlotSpace } from './plot.tsx';

export type MarkTone = 'accent' | 'ink' | 'muted' | 'warn' | 'good' | 'bad';

const STROKES: Record<MarkTone, string> = {
  accent: 'stroke-accent',
  ink: 'stroke-ink',
  muted: 'stroke-muted',
  warn: 'stroke-warn',
  good: 'stroke-good',
  bad: 'stroke-bad',
};

const FILLS: Record<MarkTone, string> = {
  accent: 'fill-accent',
  ink: 'fill-ink',
  muted: 'fill-muted',
  warn: 'fill-warn',
  good: 'fill-good',
  bad: 'fill-bad',
};

export type XY = { readonly x: number; readonly y: number };

type CurveProps = {
  readonly points: readonly XY[];
  readonly space: PlotSpace;
  readonly tone?: MarkTone;
  readonly isDashed?: boolean;
  readonly isThin?: boolean;
  readonly isFaint?: boolean;
};

/** A tenth of a pixel: more would only make the page longer. */
const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;

export const pathOf = (points: readonly XY[], { x, y }: Pick<PlotSpace, 'x' | 'y'>): string =>
  points.map((at, index) => `${index === 0 ? 'M' : 'L'}${tenth(x(at.x))} ${tenth(y(at.y))}`).join('');

export function Curve({
  points,
  space,
  tone = 'accent',
  isDashed = false,
  isThin = false,
  isFaint = false,
}: CurveProps) {
  return (
    <path
      d={pathOf(points, space)}
      className={`fill-none ${STROKES[tone]} ${isFaint ? 'opacity-45' : ''}`}
      strokeWidth={isThin ? 1.5 : 2.5}
      strokeLinejoin="round"
      strokeLinecap="round"
      {...(isDashed && { strokeDasharray: '6 5' })}
    />
  );
}

type DotProps = { readonly at: XY; readonly space: PlotSpace; readonly tone?: MarkTone; readonly radius?: number };

export function Dot({ at, space, tone = 'accent', radius = 6 }: DotProps) {
  return (
    <circle cx={space.x(at.x)} cy={space.y(at.y)} r={radius} className={`${FILLS[tone]} stroke-card`} strokeWidth={2} />
  );
}

type NameProps = {
  readonly at: XY;
  readonly space: PlotSpace;
  readonly text: string;
  readonly tone?: MarkTone;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Pixels from the place that is named. */
  readonly dx?: number;
  readonly dy?: number;
};

/** A name beside what it names: no legend to look up. */
export function Name({ at, space, text, tone = 'ink', anchor = 'start', dx = 0, dy = 0 }: NameProps) {
  return (
    <text
      x={space.x(at.x) + dx}
      y={space.y(at.y) + dy}
      textAnchor={anchor}
      className={`chart-strong chart-halo ${FILLS[tone]}`}
    >
      {text}
    </text>
  );
}

type UprightProps = {
  readonly at: number;
  readonly space: PlotSpace;
  readonly text?: string;
  readonly tone?: MarkTone;
  readonly isDashed?: boolean;
  /** Pixels that the text lies below the top, where several lines have names. */
  readonly drop?: number;
};

/** A value of the x axis that matters, with its name beside its upper end. */
export function Upright({ at, space, text, tone = 'ink', isDashed = false, drop = 0 }: UprightProps) {
  const x = space.x(at);
  const isRight = x > (space.left + space.right) / 2;
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={space.top - 4}
        y2={space.bottom}
        className={STROKES[tone]}
        strokeWidth={2}
        {...(isDashed && { strokeDasharray: '5 4' })}
      />
      {text ? (
        <text
          x={x + (isRight ? -7 : 7)}
          y={space.top + 9 + drop}
          textAnchor={isRight ? 'end' : 'start'}
          className={`chart-strong chart-halo ${FILLS[tone]}`}
        >
          {text}
        </text>
      ) : null}
    </g>
  );
}

type LevelProps = {
  readonly at: number;
  readonly space: PlotSpace;
  readonly text: string;
  readonly tone?: MarkTone;
  readonly isLeft?: boolean;
};

/** A value of the y axis that matters. */
export function Level({ at, space, text, tone = 'ink', isLeft = false }: LevelProps) {
  const y = space.y(at);
  return (
    <g>
      <line
        x1={space.left}
        x2={space.right}
        y1={y}
        y2={y}
        className={STROKES[tone]}
        strokeWidth={1.5}
        strokeDasharray="5 4"
      />
      <text
        x={isLeft ? space.left + 4 : space.right - 2}
        y={y - 6}
        textAnchor={isLeft ? 'start' : 'end'}
        className={`chart-strong chart-halo ${FILLS[tone]}`}
      >
        {text}
      </text>
    </g>
  );
}
