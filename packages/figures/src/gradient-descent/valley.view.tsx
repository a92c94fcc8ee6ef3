import type { KeyboardEvent } from 'react';
import { decimal } from '../number-words.ts';
import { Curve, Dot, Name } from '../view/marks.tsx';
import { Plot, type PlotSpace } from '../view/plot.tsx';
import { CONTOURS, contourOf, LIMIT, LIMIT_Y, type Setting, type Step } from './model.ts';

type ValleyProps = {
  readonly path: readonly Step[];
  readonly setting: Setting;
  readonly onStart: (x: number, y: number) => void;
};

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The loss as a map: contour lines, and the path down to the mark at its lowest point. */
export function Valley({ path, setting, onStart }: ValleyProps) {
  const last = path.at(-1);
  const near = path.filter(({ x, y }) => Math.abs(x) < 50 && Math.abs(y) < 50); // farther away nothing is drawn
  const place = (x: number, y: number) => onStart(tenth(x), tenth(y));
  return (
    <Plot
      label={`Contour map of the loss. The path begins at (${decimal(setting.startX, 1)}, ${decimal(setting.startY, 1)}) and ends after ${path.length - 1} steps at (${decimal(last?.x ?? 0, 1)}, ${decimal(last?.y ?? 0, 1)}); the lowest point is (0, 0).`}
      x={{ title: 'Weight w₁', low: -LIMIT, high: LIMIT, ticks: [-2, -1, 0, 1, 2] }}
      y={{ title: 'Weight w₂', low: -LIMIT_Y, high: LIMIT_Y, ticks: [-1, 0, 1] }}
      height={270}
      onPick={place}
      overlay={(space) => <Start setting={setting} space={space} onMove={place} />}
    >
      {(space) => (
        <g clipPath={space.clip}>
          {CONTOURS.map((loss) => (
            <Curve key={loss} points={contourOf(loss, setting.stretch)} space={space} tone="muted" isThin isFaint />
          ))}
          <Curve points={near} space={space} />
          {near.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number
            <Dot key={at} at={step} space={space} radius={at === 0 ? 3 : 3.5} />
          ))}
          <Name at={{ x: 0, y: 0 }} space={space} text="lowest" anchor="middle" dy={-9} />
          <Dot at={{ x: 0, y: 0 }} space={space} tone="good" radius={5} />
        </g>
      )}
    </Plot>
  );
}

type StartProps = {
  readonly setting: Setting;
  readonly space: PlotSpace;
  readonly onMove: (x: number, y: number) => void;
};

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.1, 0],
  ArrowRight: [0.1, 0],
  ArrowUp: [0, 0.1],
  ArrowDown: [0, -0.1],
};

/** The start as a button on the map: what the pointer drags, the arrow keys move, too. */
function Start({ setting, space, onMove }: StartProps) {
  const { startX, startY } = setting;
  const move = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const within = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value));
    onMove(within(startX + arrow[0], LIMIT), within(startY + arrow[1], LIMIT_Y));
  };
  return (
    <button
      type="button"
      aria-label={`Start at ${decimal(startX, 1)}, ${decimal(startY, 1)}. Arrow keys move it.`}
      className="pointer-events-none absolute flex size-6 -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-full border-2 border-card bg-ink text-[0.7rem] font-bold text-card"
      style={{ left: space.x(startX), top: space.y(startY) }}
      onKeyDown={move}
    >
      S
    </button>
  );
}
