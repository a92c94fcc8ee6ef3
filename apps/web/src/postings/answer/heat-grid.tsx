import type { HeatMap, Strength, Survey } from '@cairn/postings';
import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { useAnswer } from './answer-context.ts';
import { type Cell, movedCell } from './moved-cell.ts';
import { Section } from './section.tsx';
import { DEMAND_WORDS } from './strengths.ts';
import { useTurns } from './use-turns.ts';

/** Which name stands in which posting. A table that the arrow keys walk through: it is its own text. */
export function HeatGrid({ survey: { heatMap, postings } }: { readonly survey: Survey }) {
  if (heatMap.names.length === 0 || heatMap.postings.length === 0) return null;
  const isSample = heatMap.postings.length < postings;
  return (
    <Section
      title="Posting by posting"
      lede={`${isSample ? `${heatMap.postings.length} of the postings, drawn by chance` : 'Each column is a posting'}; the names asked for most are the rows. Walk with the arrow keys; Enter opens the posting.`}
    >
      <HeatLegend />
      <Grid heatMap={heatMap} />
    </Section>
  );
}

/**
 * Filled less and less, so that no colour is needed to tell them apart. Drawn by the cell itself: with elements inside
 * for the glyph and its words, laying out a thousand cells took more than twice as long.
 */
const GLYPHS: Readonly<Record<Strength, string>> = {
  required: 'before:inset-0.5 before:rounded-sm before:bg-accent',
  'one-of': 'before:inset-x-0.5 before:bottom-0.5 before:top-1/2 before:rounded-sm before:bg-accent',
  preferred: 'before:inset-1 before:rounded-full before:border-2 before:border-accent',
  stack: 'before:inset-[0.4rem] before:rounded-full before:bg-accent',
  boilerplate: 'before:inset-x-1.5 before:top-1/2 before:h-px before:bg-muted',
};

const glyph = (strength: Strength) => `before:absolute ${GLYPHS[strength]}`;

const wordsOf = (strength: Strength | null | undefined) => (strength ? DEMAND_WORDS[strength] : 'not named');

const IN_LEGEND = ['required', 'one-of', 'preferred', 'stack', 'boilerplate'] as const;

function HeatLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.94rem] text-muted">
      {IN_LEGEND.map((strength) => (
        <li key={strength} className="flex items-center gap-2">
          <span aria-hidden="true" className={`relative size-5 ${glyph(strength)}`} />
          {DEMAND_WORDS[strength]}
        </li>
      ))}
    </ul>
  );
}

/** The cell that an event of the grid happened in. */
function cellOf({ target }: { readonly target: EventTarget }): Cell | undefined {
  const [row, column] =
    (target instanceof Element ? target.closest('[data-cell]')?.getAttribute('data-cell') : null)
      ?.split(',')
      .map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}

/** A row has forty cells; so many rows are laid out in a fraction of a frame. */
const ROWS_EACH = 2;

function Grid({ heatMap }: { readonly heatMap: HeatMap }) {
  const { canOpen, open } = useAnswer();
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const rows = useTurns(heatMap.names.length, ROWS_EACH);
  const size = { rows, columns: heatMap.postings.length };
  const look = (event: { readonly target: EventTarget }) => {
    const cell = cellOf(event);
    if (cell && (cell.row !== at.row || cell.column !== at.column)) setAt(cell);
  };
  const openAt = (cell: Cell | undefined) => {
    const id = cell && heatMap.postings[cell.column]?.id;
    if (id !== undefined && canOpen(id)) open(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') openAt(at);
    const next = movedCell(at, event.key, size);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row},${next.column}"]`)?.focus();
  };
  return (
    <div className="grid gap-3">
      <div className="relative -mx-1 overflow-x-auto p-1">
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that the arrow keys walk through */}
        <table ref={table} role="grid" aria-label="Names by posting" className="border-separate border-spacing-0">
          <GridHead heatMap={heatMap} />
          {/* One listener for a thousand cells. */}
          <tbody onKeyDown={onKeyDown} onFocus={look} onMouseOver={look} onClick={(event) => openAt(cellOf(event))}>
            {heatMap.names.slice(0, rows).map(({ id, canonical }, row) => (
              <HeatRow
                key={id}
                name={canonical}
                row={row}
                postings={heatMap.postings}
                current={at.row === row ? at.column : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Where heatMap={heatMap} at={at} />
    </div>
  );
}

function GridHead({ heatMap: { postings } }: { readonly heatMap: HeatMap }) {
  const { titleOf } = useAnswer();
  return (
    <thead>
      <tr>
        <th scope="col" className="sticky left-0 z-10 bg-paper pr-3 text-left text-[0.94rem] font-semibold">
          Name
        </th>
        {postings.map((posting, column) => (
          <th
            key={posting.id}
            scope="col"
            aria-label={`${column + 1}: ${titleOf(posting.id)}`}
            className="w-[1.4rem] min-w-[1.4rem] text-center text-[0.8rem] font-normal tabular-nums text-muted"
          >
            {column + 1}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type HeatRowProps = {
  readonly name: string;
  readonly row: number;
  readonly postings: HeatMap['postings'];
  /** The column of the cell that Tab leads to, if it is in this row. */
  readonly current: number | undefined;
};

/** Drawn again only when Tab leads into it or no longer does. */
const HeatRow = memo(function HeatRow({ name, row, postings, current }: HeatRowProps) {
  return (
    <tr>
      <th
        scope="row"
        className="sticky left-0 z-10 max-w-40 truncate bg-paper pr-3 text-left text-[0.94rem] font-normal sm:max-w-60"
      >
        {name}
      </th>
      {postings.map(({ id, cells }, column) => {
        const strength = cells[row];
        return (
          <td
            key={id}
            data-cell={`${row},${column}`}
            tabIndex={current === column ? 0 : -1}
            aria-label={wordsOf(strength)}
            className={`relative h-[1.4rem] cursor-pointer border border-paper bg-sunken hover:bg-line ${strength ? glyph(strength) : ''}`}
          />
        );
      })}
    </tr>
  );
});

/** What the cell says that the keyboard or the mouse is on. */
function Where({ heatMap, at }: { readonly heatMap: HeatMap; readonly at: Cell }) {
  const { titleOf } = useAnswer();
  const posting = heatMap.postings[at.column];
  const name = heatMap.names[at.row];
  if (!posting || !name) return null;
  return (
    <p className="min-h-14 text-[0.97rem]">
      <strong>{name.canonical}</strong> in posting {at.column + 1}, {titleOf(posting.id)}:{' '}
      {wordsOf(posting.cells[at.row])}
    </p>
  );
}
