import { type Diagram, type DiagramLayout, layoutDiagram, parseDiagram } from '@cairn/lessons';
import { useId, useMemo } from 'react';
import { useWidth } from './charts/use-width.ts';
import { Callout } from './surface.tsx';

/** A block fenced as `diagram`, drawn for the place there is; what cannot be drawn says why, and shows its text. */
export function DiagramPicture({ text }: { text: string }) {
  const parsed = useMemo(() => parseDiagram(text), [text]);
  if (parsed.outcome === 'diagram') return <Picture diagram={parsed.diagram} />;
  return (
    <Callout tone="warn" title={`This diagram cannot be drawn: line ${parsed.line}.`}>
      <p>{parsed.message}</p>
      <pre>
        <code>{text}</code>
      </pre>
    </Callout>
  );
}

/** A little too wide is drawn a little smaller; beyond this the letters would be hard to read, and it scrolls. */
const SMALLEST = 0.85;

function Picture({ diagram }: { diagram: Diagram }) {
  const id = useId();
  const [place, width] = useWidth();
  const layout = useMemo(() => layoutDiagram(diagram, width), [diagram, width]);
  const scale = Math.min(1, Math.max(SMALLEST, width / layout.width));
  return (
    <figure className="grid min-w-0 gap-2">
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, and no landmark, of which a lesson would have several */}
      <div
        ref={place}
        role="group"
        aria-label="Diagram"
        className="min-w-0 overflow-x-auto"
        {...(layout.width * scale > width + 1 && { tabIndex: 0 })} // what scrolls, the keyboard must reach
      >
        <svg
          role="img"
          aria-label={diagram.alt}
          aria-describedby={`${id}-words`}
          className="chart mx-auto block"
          width={Math.floor(layout.width * scale)}
          height={Math.ceil(layout.height * scale)}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
        >
          <defs>
            <marker
              id={`${id}-tip`}
              viewBox="0 0 9 8"
              refX="8.5"
              refY="4"
              markerWidth="9"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto-start-reverse"
            >
              <path d="M0 0.4 8.6 4 0 7.6 1.8 4Z" className="fill-muted" />
            </marker>
          </defs>
          <Frames frames={layout.frames} />
          <Arrows arrows={layout.arrows} marker={`url(#${id}-tip)`} />
          <Boxes boxes={layout.boxes} />
        </svg>
      </div>
      <ConnectionsInWords id={`${id}-words`} diagram={diagram} />
    </figure>
  );
}

function Frames({ frames }: { frames: DiagramLayout['frames'] }) {
  return frames.map(({ name, x, y, width, height }) => (
    <g key={name}>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={12}
        className="fill-sunken/60 stroke-muted/60"
        strokeDasharray="5 4"
      />
      <text x={x + 12} y={y + 18}>
        {name}
      </text>
    </g>
  ));
}

function Arrows({ arrows, marker }: { arrows: DiagramLayout['arrows']; marker: string }) {
  return (
    <>
      {arrows.map(({ path, isBoth }) => (
        <path
          key={path}
          d={path}
          className="fill-none stroke-muted"
          strokeWidth={1.6}
          markerEnd={marker}
          {...(isBoth && { markerStart: marker })}
        />
      ))}
      {arrows.map(({ path, label }) =>
        label ? (
          <TextLines
            key={path}
            lines={label.lines}
            x={label.x + label.width / 2}
            y={label.y + label.height / 2}
            lineHeight={15}
            className="chart-halo"
          />
        ) : null,
      )}
    </>
  );
}

function Boxes({ boxes }: { boxes: DiagramLayout['boxes'] }) {
  return boxes.map(({ id, lines, x, y, width, height }) => (
    <g key={id}>
      <rect x={x} y={y} width={width} height={height} rx={9} className="fill-card stroke-accent" strokeWidth={1.5} />
      <TextLines lines={lines} x={x + width / 2} y={y + height / 2} lineHeight={17} className="chart-strong" />
    </g>
  ));
}

type TextLinesProps = {
  readonly lines: readonly string[];
  /** Where their middle lies. */
  readonly x: number;
  readonly y: number;
  readonly lineHeight: number;
  readonly className: string;
};

function TextLines({ lines, x, y, lineHeight, className }: TextLinesProps) {
  const first = y + 4.5 - ((lines.length - 1) * lineHeight) / 2;
  return (
    <text textAnchor="middle" className={className}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same, and lines never move
        <tspan key={index} x={x} y={first + index * lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function ConnectionsInWords({ id, diagram }: { id: string; diagram: Diagram }) {
  const nameOf = (box: string) => diagram.boxes.find((one) => one.id === box)?.label ?? box;
  return (
    <details className="text-[0.94rem]">
      <summary className="w-fit rounded text-muted underline decoration-dotted underline-offset-4 hover:text-accent">
        The diagram in words
      </summary>
      <p className="mt-2">{diagram.alt}</p>
      <ul id={id}>
        {diagram.groups.map(({ name, members }) => (
          <li key={name}>{`${name} holds ${listed(members.map(nameOf))}.`}</li>
        ))}
        {diagram.arrows.map(({ from, to, label, isBoth }) => (
          <li key={`${from} ${to}`}>
            {`${nameOf(from)} ${isBoth ? 'to and from' : 'to'} ${nameOf(to)}${label ? `: ${label}` : ''}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
