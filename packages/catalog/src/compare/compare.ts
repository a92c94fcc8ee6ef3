import { nearestName } from '@cairn/kernel';
import type { Catalog } from '../catalog.ts';
import type { Certification } from '../schema/certification-file.ts';
import type { Role } from '../schema/role-file.ts';
import { ROLE_ASPECTS, type RoleAspect } from '../vocabulary.ts';
import { type Cell, factsOf, ownCell, type Row, rowOf } from './cell.ts';
import { certificationRows } from './certification-rows.ts';

export type Comparison = {
  readonly kind: 'role' | 'certification';
  readonly ids: readonly string[];
  readonly rows: readonly Row[];
};

export type CompareOutcome =
  | { readonly outcome: 'compared'; readonly comparison: Comparison }
  | { readonly outcome: 'refused'; readonly sentence: string };

const FEWEST = 2;
const MOST = 4;

/** Two to four roles, or two to four certifications, aspect by aspect. */
export function compare(catalog: Catalog, ids: readonly string[]): CompareOutcome {
  const unique = [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ''))];
  if (unique.length < FEWEST || unique.length > MOST) {
    return refuse(`Name ${FEWEST} to ${MOST} different roles or certifications; ${unique.length} were given.`);
  }
  const found = unique.map((id) => ({ id, certification: certificationOf(catalog, id), role: roleOf(catalog, id) }));
  const unknown = found.find(({ certification, role }) => !certification && !role);
  if (unknown) return refuse(unknownSentence(catalog, unknown.id));
  const certifications = found.map(({ certification }) => certification).filter((one) => one !== undefined);
  const roles = found.map(({ role }) => role).filter((one) => one !== undefined);
  if (certifications.length > 0 && roles.length > 0) {
    const names = [certifications.map(({ code }) => code).join(', '), roles.map(({ id }) => id).join(', ')];
    return refuse(`Compare like with like: ${names[0]} are certifications and ${names[1]} are roles; choose one kind.`);
  }
  if (roles.length > 0)
    return done(
      'role',
      roles.map(({ id }) => id),
      roleRows(catalog, roles),
    );
  return done(
    'certification',
    certifications.map(({ code }) => code),
    certificationRows(catalog, certifications),
  );
}

function refuse(sentence: string): CompareOutcome {
  return { outcome: 'refused', sentence };
}

function done(kind: Comparison['kind'], ids: readonly string[], rows: readonly Row[]): CompareOutcome {
  return { outcome: 'compared', comparison: { kind, ids, rows } };
}

function certificationOf(catalog: Catalog, id: string): Certification | undefined {
  return catalog.certifications.find(({ code }) => code === id.toUpperCase());
}

function roleOf(catalog: Catalog, id: string): Role | undefined {
  return catalog.roles.find((role) => role.id === id.toLowerCase());
}

function unknownSentence(catalog: Catalog, id: string): string {
  const near = nearestName(id, [
    ...catalog.certifications.map(({ code }) => code),
    ...catalog.roles.map((one) => one.id),
  ]);
  return `There is no role or certification "${id}"${near ? `; did you mean ${near}?` : '.'}`;
}

function roleRows(catalog: Catalog, roles: readonly Role[]): readonly Row[] {
  const aspects = Object.keys(ROLE_ASPECTS) as RoleAspect[]; // the keys of a constant object
  const described = aspects.map((aspect) =>
    rowOf(
      aspect,
      ROLE_ASPECTS[aspect],
      roles.map((role) => roleCell(catalog, role, aspect)),
    ),
  );
  const certifications = roles.map(({ id, certifications: links, aspects: { pathToday } }): Cell => {
    const best = [...links].sort((a, b) => b.fit - a.fit).map(({ code }) => code);
    return { id, ...ownCell(best.join(', '), 'Best fit first; our estimate', pathToday.checkedOn), values: best };
  });
  const salaries = roles.map(({ id, aspects: { pathToday } }): Cell => salaryCell(catalog, id, pathToday.checkedOn));
  return [
    ...described,
    rowOf('certifications', 'Certifications that fit', certifications),
    rowOf('salary', 'Pay', salaries),
  ];
}

function roleCell(catalog: Catalog, role: Role, aspect: RoleAspect): Cell {
  const content = role.aspects[aspect];
  if (!content) return { id: role.id, text: 'The founding articles give none', facts: [] };
  const { text, values, note } = content;
  return {
    id: role.id,
    text,
    ...(values ? { values } : {}),
    ...(note === undefined ? {} : { note }),
    facts: factsOf(catalog, content),
  };
}

/** Pay is not one number: the cell says how many figures there are and where they lie, each under its own basis. */
function salaryCell(catalog: Catalog, role: string, checkedOn: string): Cell {
  const figures = catalog.salaries.filter(
    (one) => one.roles.includes(role) && one.region === 'us' && (one.n ?? 20) >= 20,
  );
  const values = figures
    .filter((one) => one.p50 !== undefined || one.low !== undefined)
    .map((one) => {
      const amount = one.p50 === undefined ? `${one.low} to ${one.high}` : `median ${one.p50}`;
      return `${one.sourceName}: ${one.currency} ${amount} a ${one.period} (${one.basis}, ${one.reference}, ${one.n ? `n = ${one.n}` : 'n not stated'})`;
    });
  const keys = [...new Set(figures.flatMap(({ sources }) => sources))];
  return {
    id: role,
    text: values.length === 0 ? 'No figure for the United States with 20 people or more' : values.join('; '),
    values,
    note: 'United States. Figures of different bases are not comparable.',
    facts: factsOf(catalog, { grade: 'C', sources: keys, checkedOn }),
  };
}
