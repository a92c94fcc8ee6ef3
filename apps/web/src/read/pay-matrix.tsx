import type { Catalog, PayMatrix, PayMatrixCell } from '@cairn/catalog';
import { Link } from '@tanstack/react-router';
import { counted } from '../app/words.ts';
import { regionLabel } from './pay-figures.ts';

type PayMatrixProps = {
  readonly catalog: Catalog;
  readonly matrix: PayMatrix;
  readonly role: string;
  readonly region: string;
};

/** Roles down, regions across: where there is anything to read, and from how many sources. */
export function PayMatrixTable({ catalog, matrix, role, region }: PayMatrixProps) {
  return (
    <section aria-labelledby="where" className="grid gap-3">
      <h2 id="where" className="text-2xl">
        Where there are figures
      </h2>
      <p className="text-[0.94rem] text-muted">
        Each stone is a source. A dot: only groups of fewer than 20 people, which are not shown. Choose a cell.
      </p>
      {/* It scrolls where it is too wide; the keyboard reaches every part of it by its links. */}
      <div className="relative overflow-x-auto p-1">
        <table
          aria-label="Sources by role and region"
          className="w-full border-separate border-spacing-1 text-left text-[0.94rem]"
        >
          <thead>
            <tr>
              <th scope="col" className="font-semibold">
                Role
              </th>
              {matrix.regions.map((one) => (
                <th
                  key={one}
                  scope="col"
                  className="min-w-16 px-1 text-center align-bottom font-semibold leading-tight"
                >
                  {regionLabel(catalog, one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <tr key={row.role}>
                <th scope="row" className="pr-3 font-semibold leading-tight sm:whitespace-nowrap">
                  {row.name}
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.region} className="p-0 text-center">
                    <MatrixCell
                      cell={cell}
                      role={row.role}
                      about={`${row.name}, ${regionLabel(catalog, cell.region)}`}
                      isChosen={row.role === role && cell.region === region}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type MatrixCellProps = {
  readonly cell: PayMatrixCell;
  readonly role: string;
  readonly about: string;
  readonly isChosen: boolean;
};

function MatrixCell({ cell, role, about, isChosen }: MatrixCellProps) {
  const { region, sources, figures, suppressed } = cell;
  if (figures + suppressed === 0) return <span className="sr-only">no figures</span>;
  const words = [
    figures > 0 ? `${counted(figures, 'figure')} from ${counted(sources.length, 'source')}` : '',
    suppressed > 0 ? `${suppressed} too small to be shown` : '',
  ].filter(Boolean);
  return (
    <Link
      to="/read/pay"
      search={{ role, region }}
      resetScroll={false}
      aria-label={`${about}: ${words.join(', ')}`}
      {...(isChosen && { 'aria-current': 'true' as const })}
      className={`flex h-12 flex-col items-center justify-end gap-[3px] rounded-lg border pb-1.5 no-underline hover:border-accent ${
        isChosen ? 'border-2 border-accent bg-accent-soft' : 'border-line bg-card'
      }`}
    >
      {figures === 0 ? (
        <span className="mb-3 size-1.5 rounded-full bg-muted" />
      ) : (
        sources.map((source, index) => (
          <span key={source} className="h-[5px] rounded-full bg-accent" style={{ width: `${14 + index * 4}px` }} />
        ))
      )}
    </Link>
  );
}
