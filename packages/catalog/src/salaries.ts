import type { Catalog } from './catalog.ts';
import type { Salary } from './schema/reference-files.ts';
import { SALARY_BASES, type SalaryBasis } from './vocabulary.ts';

/** Below this a group says more about its few members than about the market. */
const SMALLEST_GROUP = 20;

export type SalaryCell =
  | { readonly state: 'shown'; readonly salary: Salary; readonly size: string }
  | { readonly state: 'suppressed'; readonly id: string; readonly label: string; readonly reason: string };

export type SalaryGroup = {
  readonly basis: SalaryBasis;
  readonly label: string;
  readonly cells: readonly SalaryCell[];
};

/**
 * Figures side by side, one group per basis; bases are never averaged or ranked against one another.
 *
 * @param extra figures that are not in the catalog, such as those of postings that the learner collected
 */
export function salariesFor(
  catalog: Catalog,
  role: string,
  region: string,
  extra: readonly Salary[] = [],
): readonly SalaryGroup[] {
  const figures = [...catalog.salaries, ...extra].filter((one) => one.region === region && one.roles.includes(role));
  return (Object.keys(SALARY_BASES) as SalaryBasis[]) // the keys of a constant object
    .map((basis) => ({
      basis,
      label: SALARY_BASES[basis],
      cells: figures.filter((one) => one.basis === basis).map(cellOf),
    }))
    .filter(({ cells }) => cells.length > 0);
}

/** Regions with at least one figure for the role, most figures first. */
export function salaryRegions(catalog: Catalog, role: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const { region, roles } of catalog.salaries) {
    if (roles.includes(role)) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([region]) => region);
}

export function cellOf(salary: Salary): SalaryCell {
  if (salary.n !== undefined && salary.n < SMALLEST_GROUP) {
    const reason = `Only ${salary.n} people or rows; groups below ${SMALLEST_GROUP} are not shown.`;
    return { state: 'suppressed', id: salary.id, label: salary.label, reason };
  }
  return {
    state: 'shown',
    salary,
    size: salary.n === undefined ? 'n not stated' : `n = ${salary.n.toLocaleString('en')}`,
  };
}
