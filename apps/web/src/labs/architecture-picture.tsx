import type { LabNodeStates, PublishedLab } from '@cairn/contract';
import { useWidth } from '@cairn/ui';
import { useId } from 'react';
import { type Box, boxOf, lineBetween, twoLines } from './picture-lines.ts';

type Architecture = PublishedLab['architecture'];
type State = LabNodeStates['nodes'][number]['state'];
type Node = Architecture['nodes'][number];

/** Narrower than this, the picture scrolls in its own box. */
const LEAST_WIDTH = 500;

const STATE_WORDS: Record<State, string> = {
  there: 'exists',
  absent: 'does not exist yet',
  unknown: 'could not be looked at',
  always: 'always there',
};

type PictureProps = {
  readonly architecture: Architecture;
  /** What exists in the account; left out before there is one. */
  readonly states?: LabNodeStates['nodes'] | undefined;
};

/** Parts and arrows of a lab; with states, what exists by now is filled and the rest is dashed. */
export function ArchitecturePicture({ architecture, states }: PictureProps) {
  const [place, measured] = useWidth();
  const marker = useId();
  const width = Math.max(LEAST_WIDTH, measured);
  const frame = { width, height: Math.round(Math.min(360, Math.max(260, width * 0.46))) };
  const byId = new Map(states?.map(({ id, state }) => [id, state]));
  const boxes = new Map(architecture.nodes.map((node) => [node.id, boxOf(node, frame)]));
  return (
    <figure className="grid gap-3">
      <div ref={place}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a narrow window scrolls it, so the keyboard must reach it */}
        <section className="overflow-x-auto" aria-label="Architecture" tabIndex={0}>
          <svg
            viewBox={`0 0 ${width} ${frame.height}`}
            width={width}
            height={frame.height}
            role="img"
            aria-label={`${architecture.alt} ${stateText(architecture.nodes, byId)}`}
          >
            <defs>
              <marker id={marker} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                <path d="M0 0.5 7.5 4 0 7.5Z" className="fill-muted" />
              </marker>
            </defs>
            <Arrows arrows={architecture.arrows} boxes={boxes} marker={marker} />
            {architecture.nodes.map((node) => (
              <NodeBox key={node.id} node={node} box={boxes.get(node.id)} state={byId.get(node.id)} />
            ))}
          </svg>
        </section>
      </div>
      {states ? <Legend /> : null}
    </figure>
  );
}

function stateText(nodes: readonly Node[], states: ReadonlyMap<string, State>): string {
  if (states.size === 0) return '';
  const known = nodes.flatMap(({ id, label }) => {
    const state = states.get(id);
    return state === undefined || state === 'always' ? [] : [`${label} ${STATE_WORDS[state]}`];
  });
  return known.length === 0 ? '' : `Now: ${known.join(', ')}.`;
}

type ArrowsProps = {
  readonly arrows: Architecture['arrows'];
  readonly boxes: ReadonlyMap<string, Box>;
  readonly marker: string;
};

function Arrows({ arrows, boxes, marker }: ArrowsProps) {
  const lines = arrows.flatMap(({ from, to, label }) => {
    const [start, end] = [boxes.get(from), boxes.get(to)];
    return start && end ? [{ key: `${from}-${to}`, words: label, ...lineBetween(start, end, label ?? '') }] : [];
  });
  return (
    <g>
      {lines.map(({ key, from, to }) => (
        <line
          key={key}
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
          className="stroke-muted"
          strokeWidth="1.5"
          markerEnd={`url(#${marker})`}
        />
      ))}
      {lines.map(({ key, label, words }) =>
        words ? (
          <text
            key={key}
            x={label.x}
            y={label.y}
            textAnchor="middle"
            className="fill-muted stroke-card text-[12px] [paint-order:stroke]"
            strokeWidth="5"
          >
            {words}
          </text>
        ) : null,
      )}
    </g>
  );
}

const BOX_LOOKS: Record<State | 'plan', string> = {
  there: 'fill-accent-soft stroke-accent',
  absent: 'fill-card stroke-muted [stroke-dasharray:5_4]',
  unknown: 'fill-card stroke-warn [stroke-dasharray:2_3]',
  always: 'fill-sunken stroke-line',
  plan: 'fill-sunken stroke-muted',
};

function NodeBox({ node, box, state }: { node: Node; box: Box | undefined; state: State | undefined }) {
  if (!box) return null;
  const { x, y, width, height } = box;
  const lines = twoLines(node.label, Math.floor((width - 14) / 7.4));
  const top = y + 4 - (lines.length - 1) * 8 - 7;
  return (
    <g>
      <rect
        x={x - width / 2}
        y={y - height / 2}
        width={width}
        height={height}
        rx="10"
        strokeWidth={state === 'there' ? 2 : 1.4}
        className={`transition-colors ${BOX_LOOKS[state ?? 'plan']}`}
      />
      <text textAnchor="middle" className="fill-ink text-[13.5px] font-semibold">
        {lines.map((line, index) => (
          <tspan key={line} x={x} y={top + index * 15}>
            {line}
          </tspan>
        ))}
      </text>
      <text x={x} y={y + height / 2 - 8} textAnchor="middle" className="fill-muted text-[11.5px]">
        {node.service}
      </text>
      {state === 'there' ? (
        <path
          d={`M${x + width / 2 - 18} ${y - height / 2 + 11} l3.5 3.5 6.5-7`}
          className="fill-none stroke-accent"
          strokeWidth="2"
          strokeLinecap="round"
        />
      ) : null}
    </g>
  );
}

const LEGEND = [
  { look: 'border-2 border-accent bg-accent-soft', words: 'exists in your account' },
  { look: 'border border-dashed border-muted', words: 'not yet' },
  { look: 'border border-line bg-sunken', words: 'nothing to create' },
] as const;

function Legend() {
  return (
    <figcaption className="flex flex-wrap gap-x-5 gap-y-1 text-[0.88rem] text-muted" aria-hidden="true">
      {LEGEND.map(({ look, words }) => (
        <span key={words} className="inline-flex items-center gap-2">
          <span className={`inline-block h-3.5 w-5 rounded ${look}`} />
          {words}
        </span>
      ))}
    </figcaption>
  );
}
