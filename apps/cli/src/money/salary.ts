import {
  ageOf,
  type Catalog,
  type PayDifferences,
  payDifferences,
  payMatrix,
  type Salary,
  salariesFor,
} from '@cairn/catalog';
import { type Day, nearestName } from '@cairn/kernel';
import { UsageError } from '../failure.ts';

export type SalaryFigure = Salary & { readonly role: string; readonly age: string };

export type SalaryAnswer = {
  readonly cells: readonly {
    readonly role: string;
    readonly roleName: string;
    readonly region: string;
    readonly figures: readonly SalaryFigure[];
    readonly notShown: readonly { readonly id: string; readonly label: string; readonly reason: string }[];
    readonly differences: readonly PayDifferences[];
  }[];
};

type Asked = { readonly role?: string | undefined; readonly region?: string | undefined };

/** @throws UsageError for a role or a region without figures, with the nearest one that has some */
function chosen(what: string, asked: string | undefined, known: readonly string[]): readonly string[] {
  if (asked === undefined) return known;
  const wanted = asked.trim().toLowerCase();
  if (known.includes(wanted)) return [wanted];
  const near = nearestName(wanted, known);
  const advice = near === undefined ? `those with figures are ${known.join(', ')}.` : `did you mean ${near}?`;
  throw new UsageError(`There are no pay figures for the ${what} "${asked}"; ${advice}`);
}

/** Every cell of role and region that was asked for and holds anything. */
export function salaryAnswer(catalog: Catalog, asked: Asked, today: Day): SalaryAnswer {
  const matrix = payMatrix(catalog);
  const names = new Map(matrix.rows.map(({ role, name }) => [role, name]));
  const roles = chosen('role', asked.role, [...names.keys()]);
  const regions = chosen('region', asked.region, matrix.regions);
  const cells = roles.flatMap((role) => regions.map((region) => cellOf(catalog, role, names.get(role), region, today)));
  return { cells: cells.filter(({ figures, notShown }) => figures.length + notShown.length > 0) };
}

function cellOf(catalog: Catalog, role: string, roleName = role, region: string, today: Day) {
  const all = salariesFor(catalog, role, region).flatMap(({ cells }) => cells);
  const shown = all.flatMap((cell) => (cell.state === 'shown' ? [cell.salary] : []));
  return {
    role,
    roleName,
    region,
    figures: shown.map((salary): SalaryFigure => ({ ...salary, role, age: ageOf(salary, today).text })),
    notShown: all.flatMap((cell) =>
      cell.state === 'shown' ? [] : [{ id: cell.id, label: cell.label, reason: cell.reason }],
    ),
    differences: payDifferences(shown),
  };
}

const amount = (value: number | undefined): string =>
  value === undefined ? '?' : value.toLocaleString('en', { maximumFractionDigits: 2 });

function rangeText(salary: SalaryFigure): string {
  const { low, p10, p25, p50, mean, p75, p90, high, highP50 } = salary;
  if (highP50 !== undefined) return `${amount(p50)} to ${amount(highP50)} (half-way ends of the offers)`;
  const ends = [low ?? p10 ?? p25, high ?? p90 ?? p75];
  const kind = low !== undefined ? '' : p10 !== undefined ? ' (10th to 90th percentile)' : ' (25th to 75th percentile)';
  const range = ends[0] === undefined ? '' : `${amount(ends[0])} to ${amount(ends[1])}${kind}`;
  const middle = p50 !== undefined ? `median ${amount(p50)}` : mean !== undefined ? `mean ${amount(mean)}` : '';
  return [range, middle].filter((part) => part !== '').join(', ');
}

function figureText(salary: SalaryFigure): string {
  const { label, sourceName, basis, currency, period, n, reference, age } = salary;
  const size = n === undefined ? 'n not stated' : `n = ${n.toLocaleString('en')}`;
  const who = sourceName === label ? label : `${sourceName}: ${label}`;
  return `  [${basis}] ${who}\n      ${rangeText(salary)}, ${currency} a ${period}; ${size}; ${reference}, ${age}`;
}

function differenceText({ unit, spread, notes }: PayDifferences): string[] {
  if (!spread) return [];
  const share = `${Math.round(spread.share * 100)} %`;
  return [
    `  In ${unit} the middles differ by ${share}: ${spread.low.sourceName} has the lowest, ${spread.high.sourceName} the highest.`,
    ...notes.map(({ reason }) => `    ${reason}`),
  ];
}

/** Figures side by side, in words; nothing is averaged. */
export function describeSalaries({ cells }: SalaryAnswer): string {
  if (cells.length === 0) return 'There are no figures for this role in this region.';
  return cells
    .map(({ roleName, region, figures, notShown, differences }) =>
      [
        `${roleName}, ${region.toUpperCase()}`,
        ...figures.map(figureText),
        ...notShown.map(({ label, reason }) => `  ${label}: not shown. ${reason}`),
        ...differences.flatMap(differenceText),
      ].join('\n'),
    )
    .join('\n\n');
}

/** Which roles have figures where, from how many sources: the answer when nothing was named. */
export function describeMatrix(catalog: Catalog): string {
  const { regions, rows } = payMatrix(catalog);
  const width = Math.max(...rows.map(({ role }) => role.length));
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}  ${cells.map((cell) => cell.padStart(3)).join(' ')}`.trimEnd();
  return [
    'Sources by role and region (· : only groups too small to be shown).',
    line(
      '',
      regions.map((region) => region.toUpperCase()),
    ),
    ...rows.map(({ role, cells }) =>
      line(
        role,
        cells.map(({ sources, suppressed }) => (sources.length > 0 ? `${sources.length}` : suppressed > 0 ? '·' : '')),
      ),
    ),
    'See one with "cairn salary --role ml-engineer --region us".',
  ].join('\n');
}
