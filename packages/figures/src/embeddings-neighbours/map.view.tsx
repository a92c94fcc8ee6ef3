import { linear, useWidth } from '@cairn/ui';
import type { PointerEvent } from 'react';
import { decimal } from '../number-words.ts';
import { type Neighbour, type Setting, vectorOf } from './model.ts';
import { TOPICS } from './places.ts';

type MapProps = {
  /** All texts, the nearest first. */
  readonly all: readonly Neighbour[];
  readonly setting: Setting;
  readonly onPick: (x: number, y: number) => void;
};

type Space = { readonly x: (value: number) => number; readonly y: (value: number) => number };

/** Half the side of the map: beyond 1 stand only the names of topics. */
const EDGE = 1.18;

/** A square of meaning: the question is the ring, numbered points are its neighbours. */
export function MeaningMap({ all, setting, onPick }: MapProps) {
  const [box, width] = useWidth();
  const side = Math.min(width, 440);
  const space = { x: linear([-EDGE, EDGE], [0, side]), y: linear([-EDGE, EDGE], [side, 0]) };
  const pick = (event: PointerEvent<SVGSVGElement>) => {
    const frame = event.currentTarget.getBoundingClientRect();
    const value = (share: number) => Math.max(-1, Math.min(1, (2 * share - 1) * EDGE));
    onPick(value((event.clientX - frame.left) / side), value(1 - (event.clientY - frame.top) / side));
  };
  const near = all.slice(0, setting.k).map(({ text }) => text);
  return (
    <div ref={box} className="min-w-0 overflow-hidden">
      <svg
        role="img"
        aria-label={`Map of 40 texts; the question lies at ${decimal(setting.x)}, ${decimal(setting.y)}. Nearest: ${near.join(' ')}`}
        className="chart mx-auto block cursor-crosshair touch-none"
        width={side}
        height={side}
        viewBox={`0 0 ${side} ${side}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          pick(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) pick(event);
        }}
      >
        <Ground space={space} side={side} />
        {all.map((one, index) => (
          <Place
            key={one.text}
            one={one}
            rank={index < setting.k ? index + 1 : undefined}
            space={space}
            setting={setting}
          />
        ))}
        <circle
          cx={space.x(setting.x)}
          cy={space.y(setting.y)}
          r={10}
          className="fill-card/70 stroke-ink"
          strokeWidth={3}
        />
        <circle cx={space.x(setting.x)} cy={space.y(setting.y)} r={2.5} className="fill-ink" />
      </svg>
    </div>
  );
}

/** The middle, the rings of equal length, and the topics' names at the border. */
function Ground({ space, side }: { space: Space; side: number }) {
  return (
    <g>
      <rect width={side} height={side} rx={10} className="fill-sunken/50" />
      {[0.35, 0.7, 1].map((length) => (
        <circle
          key={length}
          cx={space.x(0)}
          cy={space.y(0)}
          r={space.x(length) - space.x(0)}
          className="fill-none stroke-line"
        />
      ))}
      <path d={`M${space.x(0) - 5} ${space.y(0)}h10M${space.x(0)} ${space.y(0) - 5}v10`} className="stroke-muted" />
      {TOPICS.map(({ id, name, nameDegrees }) => {
        const at = vectorOf({ degrees: nameDegrees, length: 1.06 });
        const half = name.length * 3.8 + 4;
        return (
          <text
            key={id}
            x={Math.min(side - half, Math.max(half, space.x(at.x)))}
            y={space.y(at.y) + 4}
            textAnchor="middle"
            className="chart-strong"
          >
            {name}
          </text>
        );
      })}
    </g>
  );
}

type PlaceProps = {
  readonly one: Neighbour;
  readonly rank: number | undefined;
  readonly space: Space;
  readonly setting: Setting;
};

function Place({ one, rank, space, setting }: PlaceProps) {
  const [x, y] = [space.x(one.at.x), space.y(one.at.y)];
  if (rank === undefined) {
    return (
      <circle cx={x} cy={y} r={3.5} className="fill-muted/70">
        <title>{one.text}</title>
      </circle>
    );
  }
  const isCosine = setting.measure === 'cosine';
  return (
    <g>
      <line
        x1={isCosine ? space.x(0) : space.x(setting.x)}
        y1={isCosine ? space.y(0) : space.y(setting.y)}
        x2={x}
        y2={y}
        className="stroke-accent/50"
        strokeWidth={1.5}
      />
      <circle cx={x} cy={y} r={9.5} className="fill-accent" />
      <text x={x} y={y + 4.5} textAnchor="middle" className="on-bar">
        {rank}
      </text>
    </g>
  );
}
