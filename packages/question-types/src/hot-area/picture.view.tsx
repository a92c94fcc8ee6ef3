import { type KeyboardEvent, useId } from 'react';
import { plainText } from '../view/text.tsx';
import { arrowBetween, linesOf } from './geometry.ts';
import type { PublishedRegions } from './schema.ts';

type Region = PublishedRegions['regions'][number];

type Props = {
  readonly question: PublishedRegions;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly locked: boolean;
};

/** The drawn picture. Focus follows the order of the regions, which is reading order. */
export function RegionPicture({ question, chosen, onToggle, locked }: Props) {
  const arrowHead = useId();
  const { width, height, alt } = question.picture;
  return (
    // On a phone the drawing keeps a size at which its words can be read, and scrolls sideways.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable box must be reachable by keyboard, also when locked
    <div tabIndex={0} className="max-w-3xl overflow-x-auto rounded-lg border border-line bg-paper">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset, but its boxes belong together */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={alt}
        className="block h-auto w-full min-w-[34rem]"
      >
        <defs>
          <marker id={arrowHead} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 L10 5 L0 10 z" className="fill-current text-muted" />
          </marker>
        </defs>
        {question.arrows.map((arrow) => (
          <ArrowLine key={`${arrow.from}-${arrow.to}`} {...arrow} regions={question.regions} head={arrowHead} />
        ))}
        {question.regions.map((region) => (
          <RegionBox
            key={region.id}
            region={region}
            isChosen={chosen.includes(region.id)}
            onToggle={() => onToggle(region.id)}
            locked={locked}
          />
        ))}
      </svg>
    </div>
  );
}

type ArrowProps = { from: string; to: string; regions: readonly Region[]; head: string };

function ArrowLine({ from, to, regions, head }: ArrowProps) {
  const source = regions.find(({ id }) => id === from);
  const target = regions.find(({ id }) => id === to);
  if (source === undefined || target === undefined) return null;
  const { start, end } = arrowBetween(source, target);
  return (
    <line
      x1={start.x}
      y1={start.y}
      x2={end.x}
      y2={end.y}
      markerEnd={`url(#${head})`}
      className="stroke-current text-muted"
      strokeWidth={2}
    />
  );
}

type BoxProps = { region: Region; isChosen: boolean; onToggle: () => void; locked: boolean };

const LINE_HEIGHT = 16;

function RegionBox({ region, isChosen, onToggle, locked }: BoxProps) {
  const { x, y, width, height, label } = region;
  const words = linesOf(plainText(label), width);
  const firstLine = y + height / 2 - ((words.length - 1) * LINE_HEIGHT) / 2;
  const lines = words.map((line, index) => ({ line, top: firstLine + index * LINE_HEIGHT }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault(); // the space bar would scroll the page
    onToggle();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no button element
    <g
      role="button"
      tabIndex={locked ? -1 : 0}
      aria-pressed={isChosen}
      aria-disabled={locked}
      aria-label={plainText(label)}
      onClick={onToggle}
      onKeyDown={onKeyDown}
      className={`cursor-pointer outline-none focus-visible:[&>rect]:stroke-4 ${isChosen ? 'text-accent' : 'text-muted'}`}
    >
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={8}
        className={`stroke-current ${isChosen ? 'fill-accent-soft' : 'fill-card'}`}
        strokeWidth={isChosen ? 3 : 1.5}
      />
      {isChosen && (
        <path
          d={`M${x + width - 18} ${y + 12} l4 4 l8 -9`}
          className="fill-none stroke-current"
          strokeWidth={2.5}
          strokeLinecap="round"
        />
      )}
      <text textAnchor="middle" dominantBaseline="middle" fontSize={13} className="fill-ink">
        {lines.map(({ line, top }) => (
          <tspan key={top} x={x + width / 2} y={top}>
            {`${line} `}
          </tspan>
        ))}
      </text>
    </g>
  );
}
