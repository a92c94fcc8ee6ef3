import type { Catalog, Comparison } from '@cairn/catalog';
import { Button, Icon } from '@cairn/ui';
import { useState } from 'react';
import { TextLink } from '../app/links.tsx';
import { counted } from '../app/words.ts';
import { CellContent } from './cell-content.tsx';
import { useIsWide } from './use-is-wide.ts';

type ComparisonViewProps = { catalog: Catalog; comparison: Comparison };
type Row = Comparison['rows'][number];

export function ComparisonView({ catalog, comparison }: ComparisonViewProps) {
  const [isOnlyDifferences, setOnlyDifferences] = useState(false);
  const isWide = useIsWide();
  const rows = isOnlyDifferences ? comparison.rows.filter(({ differs }) => differs) : comparison.rows;
  const heads = comparison.ids.map((id) => headOf(catalog, id));
  const alike = comparison.rows.filter(({ differs }) => !differs).length;
  return (
    <div className="grid gap-5">
      {alike === 0 ? (
        <p className="text-muted">They differ in all {comparison.rows.length} rows.</p>
      ) : (
        <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
          <label className="flex w-fit cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              className="size-5"
              checked={isOnlyDifferences}
              onChange={() => setOnlyDifferences(!isOnlyDifferences)}
            />
            <span>
              Only differences <span className="text-muted">({counted(alike, 'row')} alike)</span>
            </span>
          </label>
          <p className="flex items-center gap-2 text-[0.94rem] text-muted">
            <DiffersMark /> marks a row in which they differ.
          </p>
        </div>
      )}
      {rows.length === 0 ? <p>They read the same in every row.</p> : null}
      {isWide ? <WideTable heads={heads} rows={rows} /> : <StackedRows heads={heads} rows={rows} />}
    </div>
  );
}

type Head = { readonly id: string; readonly name: string; readonly isRole: boolean };

function headOf(catalog: Catalog, id: string): Head {
  const role = catalog.roles.find((one) => one.id === id);
  const certification = catalog.certifications.find(({ code }) => code === id);
  return { id, name: role?.name ?? certification?.name ?? id, isRole: role !== undefined };
}

function HeadLink({ head: { id, name, isRole } }: { head: Head }) {
  return (
    <span className="block">
      {isRole ? (
        <TextLink to="/roles/$id" params={{ id }} className="!text-ink">
          {name}
        </TextLink>
      ) : (
        <TextLink to="/certifications/$code" params={{ code: id.toLowerCase() }} className="!text-ink">
          {name}
        </TextLink>
      )}
      {isRole ? null : <span className="block font-mono text-[0.85rem] font-normal text-muted">{id}</span>}
    </span>
  );
}

function DiffersMark() {
  return (
    <span className="inline-flex items-center rounded bg-warn-soft p-0.5 text-warn">
      <Icon name="differs" className="size-4" />
      <span className="sr-only">differs</span>
    </span>
  );
}

function WideTable({ heads, rows }: { heads: readonly Head[]; rows: readonly Row[] }) {
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 text-left text-[0.97rem]">
      <thead>
        <tr>
          <th scope="col" className="sticky top-16 z-10 w-44 border-b-2 border-ink bg-paper py-3 pr-4">
            <span className="sr-only">Aspect</span>
          </th>
          {heads.map((head) => (
            <th
              key={head.id}
              scope="col"
              className="sticky top-16 z-10 border-b-2 border-ink bg-paper px-3 py-3 align-bottom font-display text-lg font-semibold leading-tight"
            >
              <HeadLink head={head} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.aspect} className="align-top">
            <th scope="row" className="border-b border-line py-4 pr-4 font-semibold">
              <span className="flex items-start justify-between gap-2">
                {row.label}
                {row.differs ? <DiffersMark /> : null}
              </span>
            </th>
            {row.cells.map((cell) => (
              <td key={cell.id} className={`border-b border-line px-3 py-4 ${row.differs ? 'bg-card' : 'text-muted'}`}>
                <CellContent cell={cell} about={`${row.label}, ${cell.id}`} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is open on a phone before anything is asked for: more would be a page of thirty screens. */
const OPEN_AT_FIRST = 2;

/** One aspect after another, folded, each with its cells below one another. */
function StackedRows({ heads, rows }: { heads: readonly Head[]; rows: readonly Row[] }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(rows.slice(0, OPEN_AT_FIRST).map(({ aspect }) => aspect)),
  );
  const isAllOpen = rows.every(({ aspect }) => open.has(aspect));
  const toggle = (aspect: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(aspect);
    else next.delete(aspect);
    setOpen(next);
  };
  return (
    <div className="grid gap-3">
      <Button
        size="small"
        className="w-fit"
        onClick={() => setOpen(new Set(isAllOpen ? [] : rows.map(({ aspect }) => aspect)))}
      >
        {isAllOpen ? 'Close all aspects' : `Open all ${rows.length} aspects`}
      </Button>
      {rows.map((row) => (
        <details
          key={row.aspect}
          className="group/row rounded-xl border border-line bg-card"
          open={open.has(row.aspect)}
          onToggle={({ currentTarget }) => {
            if (currentTarget.open !== open.has(row.aspect)) toggle(row.aspect, currentTarget.open);
          }}
        >
          <summary className="flex min-h-12 items-center gap-3 px-4 py-2 font-semibold">
            <span className="flex-1">{row.label}</span>
            {row.differs ? <DiffersMark /> : null}
            <Icon name="chevron" className="size-5 transition-transform group-open/row:rotate-180" />
          </summary>
          <dl className="divide-y divide-line border-t border-line">
            {row.cells.map((cell, index) => (
              <div key={cell.id} className="grid gap-1 px-4 py-3">
                <dt className="text-[0.9rem] font-semibold text-muted">{heads[index]?.name ?? cell.id}</dt>
                <dd>
                  <CellContent cell={cell} about={`${row.label}, ${cell.id}`} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}
