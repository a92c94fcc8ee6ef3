import { nearestName } from '@cairn/kernel';
import type { Catalog } from './catalog.ts';
import { unknownPlaceholders } from './faq-answer.ts';
import { CRITERIA } from './vocabulary.ts';

/** A broken link between catalog files. `part` and `id` say in which file and entry it is. */
export type CatalogFault = {
  readonly part: keyof Catalog;
  readonly id: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
};

export type AssembledCatalog = { readonly catalog: Catalog; readonly faults: readonly CatalogFault[] };

/** Puts the parsed files together and checks that every name one of them uses is there in another. */
export function assembleCatalog(parts: Catalog): AssembledCatalog {
  const faults: CatalogFault[] = [];
  const names = namesOf(parts);
  checkCertifications(parts, names, faults);
  checkRoles(parts, names, faults);
  checkReferences(parts, names, faults);
  checkAdvisor(parts, names, faults);
  checkDuplicates(parts, faults);
  return { catalog: parts, faults };
}

type Names = Readonly<Record<'skill' | 'source' | 'code' | 'role' | 'term', ReadonlySet<string>>>;

function namesOf(parts: Catalog): Names {
  return {
    skill: new Set(parts.skills.map(({ id }) => id)),
    source: new Set(parts.sources.map(({ key }) => key)),
    code: new Set(parts.certifications.map(({ code }) => code)),
    role: new Set(parts.roles.map(({ id }) => id)),
    term: new Set(parts.glossary.map(({ id }) => id)),
  };
}

const WORDS = { skill: 'skill', source: 'source', code: 'certification', role: 'role', term: 'glossary term' } as const;

/** A function that reports names of `kind` that nothing defines. */
function checker(names: Names, faults: CatalogFault[], part: keyof Catalog, id: string) {
  return (kind: keyof Names, used: readonly string[], ...path: (string | number)[]) => {
    for (const name of used.filter((one) => !names[kind].has(one))) {
      const near = nearestName(name, [...names[kind]]);
      const advice = near ? `; did you mean "${near}"?` : '; add it or remove the link.';
      faults.push({ part, id, path, message: `There is no ${WORDS[kind]} "${name}"${advice}` });
    }
  };
}

/** Source lists at any depth of an entry, with where they are. */
function sourceLists(value: unknown, path: (string | number)[] = []): { path: (string | number)[]; keys: string[] }[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => sourceLists(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'sources' && Array.isArray(inner)
      ? [{ path: [...path, key], keys: inner.map(String) }]
      : sourceLists(inner, [...path, key]),
  );
}

function checkCertifications({ certifications }: Catalog, names: Names, faults: CatalogFault[]) {
  for (const one of certifications) {
    const check = checker(names, faults, 'certifications', one.code);
    for (const { path, keys } of sourceLists(one)) check('source', keys, ...path);
    check('code', one.successors, 'successors');
    check('code', one.renews, 'renews');
    check('code', one.steppingStones, 'steppingStones');
    check('code', one.requires?.anyOf ?? [], 'requires', 'anyOf');
    one.domains.forEach(({ number, tasks, weight }, domain) => {
      tasks.forEach(({ id, skills }, task) => {
        check('skill', skills, 'domains', domain, 'tasks', task, 'skills');
        if (id !== `${one.code.toLowerCase()}/${number}.${task + 1}`) {
          const message = `Task ids count up: expected ${one.code.toLowerCase()}/${number}.${task + 1}, found ${id}.`;
          faults.push({
            part: 'certifications',
            id: one.code,
            path: ['domains', domain, 'tasks', task, 'id'],
            message,
          });
        }
      });
      if (number !== domain + 1) {
        const message = `Domains count up from 1: expected ${domain + 1}, found ${number}.`;
        faults.push({ part: 'certifications', id: one.code, path: ['domains', domain, 'number'], message });
      }
      if ((weight === undefined) !== (one.domains[0]?.weight === undefined)) {
        const message = 'Give a weight to every domain or to none.';
        faults.push({ part: 'certifications', id: one.code, path: ['domains', domain], message });
      }
    });
    checkWeights(one, faults);
  }
}

function checkWeights({ code, domains }: Catalog['certifications'][number], faults: CatalogFault[]) {
  if (domains.some(({ weight }) => weight === undefined)) return;
  const total = domains.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  if (Math.abs(total - 100) < 0.01) return;
  const message = `The domain weights sum to ${total}, not 100; correct them.`;
  faults.push({ part: 'certifications', id: code, path: ['domains'], message });
}

function checkRoles({ roles }: Catalog, names: Names, faults: CatalogFault[]) {
  for (const role of roles) {
    const check = checker(names, faults, 'roles', role.id);
    for (const { path, keys } of sourceLists(role)) check('source', keys, ...path);
    check('skill', role.skills, 'skills');
    check('role', role.neighbours, 'neighbours');
    check(
      'code',
      role.certifications.map(({ code }) => code),
      'certifications',
    );
  }
}

function checkReferences(parts: Catalog, names: Names, faults: CatalogFault[]) {
  for (const part of ['conflicts', 'news', 'faq', 'salaries'] as const) {
    parts[part].forEach((entry, index) => {
      const check = checker(names, faults, part, entry.id);
      for (const { path, keys } of sourceLists(entry)) check('source', keys, index, ...path);
      if ('codes' in entry) check('code', entry.codes, index, 'codes');
      if ('roles' in entry) check('role', entry.roles, index, 'roles');
    });
  }
  const checkCosts = checker(names, faults, 'costs', 'costs');
  for (const { path, keys } of sourceLists(parts.costs)) checkCosts('source', keys, ...path);
  parts.glossary.forEach(({ id, skills, see = [] }, index) => {
    const check = checker(names, faults, 'glossary', id);
    check('skill', skills, index, 'skills');
    check('term', see, index, 'see');
  });
  parts.faq.forEach(({ id, answer }, index) => {
    for (const found of unknownPlaceholders(parts.certifications, answer)) {
      const message = `${found} names no certification or no fact of one; see faq-answer.ts for the facts.`;
      faults.push({ part: 'faq', id, path: [index, 'answer'], message });
    }
  });
}

function checkAdvisor({ advisor, roles, certifications }: Catalog, names: Names, faults: CatalogFault[]) {
  const check = checker(names, faults, 'advisor', 'advisor');
  for (const table of ['backgroundFit', 'appeals'] as const) {
    check('role', Object.keys(advisor[table].roles), table, 'roles');
    check('code', Object.keys(advisor[table].certifications), table, 'certifications');
    const gaps = [
      ...roles.filter(({ id }) => !advisor[table].roles[id]).map(({ id }) => id),
      ...certifications.filter(({ code }) => !advisor[table].certifications[code]).map(({ code }) => code),
    ];
    for (const gap of gaps) {
      faults.push({
        part: 'advisor',
        id: 'advisor',
        path: [table],
        message: `${table} has no row for ${gap}; add one.`,
      });
    }
  }
  check('role', Object.keys(advisor.demand.rowsByRole), 'demand', 'rowsByRole');
  check('source', advisor.demand.sources, 'demand', 'sources');
  for (const criterion of CRITERIA.filter((id) => !advisor.criteria.some((one) => one.id === id))) {
    faults.push({
      part: 'advisor',
      id: 'advisor',
      path: ['criteria'],
      message: `The criterion "${criterion}" is missing.`,
    });
  }
  checkEnjoyments(advisor, faults);
}

function checkEnjoyments(advisor: Catalog['advisor'], faults: CatalogFault[]) {
  const offered =
    advisor.questions.find(({ key }) => key === 'enjoys')?.options.map(({ value }) => String(value)) ?? [];
  const used = new Set(
    [...Object.values(advisor.appeals.roles), ...Object.values(advisor.appeals.certifications)].flat(),
  );
  for (const tag of [...used].filter((one) => !offered.includes(one))) {
    const message = `"${tag}" is used in appeals, and no option of the question on what one enjoys offers it.`;
    faults.push({ part: 'advisor', id: 'advisor', path: ['appeals'], message });
  }
}

function checkDuplicates(parts: Catalog, faults: CatalogFault[]) {
  const ids: readonly (readonly [keyof Catalog, readonly string[]])[] = [
    ['certifications', parts.certifications.map(({ code }) => code)],
    ['roles', parts.roles.map(({ id }) => id)],
    ['skills', parts.skills.map(({ id }) => id)],
    ['sources', parts.sources.map(({ key }) => key)],
    ['conflicts', parts.conflicts.map(({ id }) => id)],
    ['salaries', parts.salaries.map(({ id }) => id)],
    ['glossary', parts.glossary.map(({ id }) => id)],
    ['faq', parts.faq.map(({ id }) => id)],
    ['news', parts.news.map(({ id }) => id)],
  ];
  for (const [part, list] of ids) {
    for (const id of new Set(list.filter((one, index) => list.indexOf(one) !== index))) {
      faults.push({ part, id, path: [], message: `"${id}" is there twice; ids are unique.` });
    }
  }
}
