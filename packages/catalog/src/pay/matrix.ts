import type { Catalog } from '../catalog.ts';
import { cellOf } from '../salaries.ts';
import type { Salary } from '../schema/reference-files.ts';
import { SALARY_BASES, type SalaryBasis } from '../vocabulary.ts';

export type PayMatrixCell = {
  readonly region: string;
  /** Figures that are shown. */
  readonly figures: number;
  /** Distinct sources among them. */
  readonly sources: readonly string[];
  readonly bases: readonly SalaryBasis[];
  /** Figures of fewer than 20 people, which are not shown. */
  readonly suppressed: number;
};

export type PayMatrix = {
  /** Those with the most figures first. */
  readonly regions: readonly string[];
  readonly rows: readonly { readonly role: string; readonly name: string; readonly cells: readonly PayMatrixCell[] }[];
};

/** Which roles have figures in which regions, and from how many sources. */
export function payMatrix(catalog: Catalog): PayMatrix {
  const all = catalog.salaries.filter(({ roles }) => roles.length > 0);
  const counts = new Map<string, number>();
  for (const { region } of all) counts.set(region, (counts.get(region) ?? 0) + 1);
  const regions = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([region]) => region);
  const rows = catalog.roles
    .filter(({ id }) => all.some(({ roles }) => roles.includes(id)))
    .map(({ id, name }) => ({
      role: id,
      name,
      cells: regions.map((region) =>
        matrixCell(
          region,
          all.filter((one) => one.region === region && one.roles.includes(id)),
        ),
      ),
    }));
  return { regions, rows };
}

function matrixCell(region: string, figures: readonly Salary[]): PayMatrixCell {
  const shown = figures.filter((one) => cellOf(one).state === 'shown');
  const bases = new Set(shown.map(({ basis }) => basis));
  return {
    region,
    figures: shown.length,
    sources: [...new Set(shown.map(({ sourceName }) => sourceName))],
    bases: (Object.keys(SALARY_BASES) as SalaryBasis[]).filter((basis) => bases.has(basis)), // a constant's own keys
    suppressed: figures.length - shown.length,
  };
}
