import { BottomAxis, linear, ticks, useWidth } from '@cairn/ui';
import { type PointerEvent, type ReactNode, useId } from 'react';

export type PlotAxis = {
  /** What is measured, with its unit: "Cost (EUR a day)". */
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly ticks?: readonly number[];
  readonly format?: (value: number) => string;
};

/** Where values lie in the picture, in pixels from its upper left corner. */
export type PlotSpace = {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  /** For `clipPath` of what may leave the axes. */
  readonly clip: string;
};

type PlotProps = {
  /** What the picture shows now, in one sentence: read aloud in its place. */
  readonly label: string;
  readonly title?: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** Whether height is measured: without, its axis is a title only. */
  readonly hasYNumbers?: boolean;
  /** Height of the plot itself in pixels, without its axes. */
  readonly height?: number;
  /** A pointer's place in values, while it is pressed: an extra beside a control that the keyboard reaches. */
  readonly onPick?: (x: number, y: number) => void;
  /** What takes the focus on top of the picture, placed by its pixels. */
  readonly overlay?: (space: PlotSpace) => ReactNode;
  readonly children: (space: PlotSpace) => ReactNode;
};

const HEAD = 28;
const FOOT = 42;
/** Letters are about this wide at the size of a chart. */
const LETTER = 7;

const plain = (value: number): string => String(Number(value.toPrecision(4))).replace('-', '−');

/** Two axes with their titles, drawn for the width there is; what stands between them is the caller's. */
export function Plot(props: PlotProps) {
  const { label, title, x, y, hasYNumbers = true, height = 200, onPick, overlay, children } = props;
  const [box, width] = useWidth();
  const clip = useId();
  const yText = y.format ?? plain;
  const yTicks = y.ticks ?? ticks(y.low, y.high, Math.max(2, Math.floor(height / 40)));
  const left = hasYNumbers ? 10 + Math.max(...yTicks.map((value) => yText(value).length), 1) * LETTER : 8;
  const right = width - 10;
  const bottom = HEAD + height;
  const space: PlotSpace = {
    x: linear([x.low, x.high], [left, right]),
    y: linear([y.low, y.high], [bottom, HEAD]),
    left,
    right,
    top: HEAD,
    bottom,
    width,
    clip: `url(#${clip})`,
  };
  return (
    <div className="grid min-w-0 gap-1">
      {title ? <p className="font-semibold">{title}</p> : null}
      <div ref={box} className="relative min-w-0 overflow-hidden">
        <svg
          role="img"
          aria-label={label}
          className={`chart block ${onPick ? (overlay ? 'cursor-move touch-none' : 'cursor-ew-resize touch-pan-y') : ''}`}
          width={width}
          height={bottom + FOOT}
          viewBox={`0 0 ${width} ${bottom + FOOT}`}
          {...(onPick && pointing(space, x, y, onPick))}
        >
          <clipPath id={clip}>
            <rect x={left} y={HEAD - 2} width={Math.max(0, right - left)} height={height + 4} />
          </clipPath>
          <text x={0} y={14}>
            {y.title}
          </text>
          {hasYNumbers ? <LeftAxis values={yTicks} space={space} text={yText} /> : null}
          <BottomAxis
            values={x.ticks ?? ticks(x.low, x.high, Math.max(2, Math.floor((right - left) / 72)))}
            x={space.x}
            top={HEAD}
            bottom={bottom}
            text={x.format ?? plain}
            unit={x.title}
            width={width - 2}
          />
          {children(space)}
        </svg>
        {overlay?.(space)}
      </div>
    </div>
  );
}

type LeftAxisProps = {
  readonly values: readonly number[];
  readonly space: PlotSpace;
  readonly text: (value: number) => string;
};

function LeftAxis({ values, space, text }: LeftAxisProps) {
  return (
    <g>
      {values.map((value) => (
        <g key={value}>
          <line x1={space.left} x2={space.right} y1={space.y(value)} y2={space.y(value)} className="stroke-line" />
          <text x={space.left - 6} y={space.y(value) + 4.5} textAnchor="end">
            {text(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

const within = (share: number, { low, high }: PlotAxis): number => low + Math.min(1, Math.max(0, share)) * (high - low);

function pointing(space: PlotSpace, x: PlotAxis, y: PlotAxis, onPick: (x: number, y: number) => void) {
  const pick = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    onPick(
      within((event.clientX - frame.left - space.left) / (space.right - space.left), x),
      within((space.bottom - event.clientY + frame.top) / (space.bottom - space.top), y),
    );
  };
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      pick(event);
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (event.buttons > 0 && event.currentTarget.hasPointerCapture(event.pointerId)) pick(event);
    },
  };
}
