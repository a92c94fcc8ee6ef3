import { useWidth } from '@cairn/ui';
import { grouped } from '../number-words.ts';
import type { ContextWindow, PartId } from './model.ts';
import { PART_NAMES } from './words.ts';

const LOOKS: Record<PartId, string> = {
  system: 'fill-muted',
  history: 'fill-accent',
  passages: 'fill-warn',
  question: 'fill-ink',
  answer: 'fill-good',
};

const ROW = 30;
const BAR = 34;
const HEAD = 22;

type Row = { readonly id: PartId; readonly start: number; readonly wanted: number; readonly kept: number };

/** The window as one bar; below it every part with what is sent and, as an outline, what was cut. */
export function WindowBar({ window, total }: { window: ContextWindow; total: number }) {
  const [box, width] = useWidth();
  const used = total - window.free + window.excess;
  const scale = (width - 2) / Math.max(total, used);
  const rows = window.parts.map((part, index): Row => {
    const start = window.parts.slice(0, index).reduce((sum, { kept }) => sum + kept, 0);
    return { ...part, start };
  });
  const height = HEAD + BAR + 14 + rows.length * ROW;
  const told = rows
    .map(({ id, kept, wanted }) => `${PART_NAMES[id]} ${grouped(kept)} of ${grouped(wanted)}`)
    .join(', ');
  return (
    <div ref={box} className="min-w-0 overflow-hidden">
      <svg
        role="img"
        aria-label={`Window of ${grouped(total)} tokens: ${told}; ${grouped(window.free)} free.`}
        className="chart block"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <text x={0} y={13}>
          Context window, in tokens
        </text>
        <text x={width - 1} y={13} textAnchor="end">
          {window.excess > 0 ? `${grouped(window.excess)} too many` : `${grouped(window.free)} free`}
        </text>
        <rect x={1} y={HEAD} width={total * scale} height={BAR} rx={5} className="fill-sunken stroke-muted/60" />
        {rows.map(({ id, start, kept }) => (
          <rect
            key={id}
            x={1 + start * scale}
            y={HEAD}
            width={Math.max(kept > 0 ? 1.5 : 0, kept * scale - 1)}
            height={BAR}
            rx={2}
            className={LOOKS[id]}
          />
        ))}
        {rows.map((row, index) => (
          <PartRow key={row.id} row={row} y={HEAD + BAR + 12 + index * ROW} width={width} />
        ))}
      </svg>
    </div>
  );
}

function PartRow({ row, y, width }: { row: Row; y: number; width: number }) {
  const cut = row.wanted - row.kept;
  return (
    <g>
      <rect x={1} y={y + 4} width={12} height={12} rx={3} className={LOOKS[row.id]} />
      <text x={21} y={y + 15} className="chart-strong">
        {PART_NAMES[row.id]}
      </text>
      <text x={width - 1} y={y + 15} textAnchor="end" className={cut > 0 ? 'chart-warn' : ''}>
        {cut > 0 ? `${grouped(row.kept)} sent, ${grouped(cut)} cut` : grouped(row.kept)}
      </text>
      <line x1={1} x2={width - 1} y1={y + 24} y2={y + 24} className="stroke-line" />
    </g>
  );
}
