import type { Catalog } from '../catalog.ts';
import { todayEquivalents } from '../find.ts';
import type { Certification, Questions } from '../schema/certification-file.ts';
import type { ConflictAspect } from '../vocabulary.ts';
import { type Cell, type Content, conflictOf, factCell, factsOf, ownCell, type Row, rowOf } from './cell.ts';

type Aspect = {
  readonly id: string;
  readonly label: string;
  readonly conflict?: ConflictAspect;
  readonly cell: (certification: Certification, catalog: Catalog) => Content;
};

const STATUS_WORDS = {
  announced: 'Announced',
  beta: 'In beta',
  active: 'Active',
  retiring: 'Ending',
  retired: 'Retired',
} as const;

function statusCell({ code, status, lifecycle }: Certification, catalog: Catalog): Content {
  const days = [
    lifecycle.retiredOn && `last day ${lifecycle.retiredOn}`,
    lifecycle.retiresOn && `ends ${lifecycle.retiresOn}`,
    lifecycle.betaFrom && `beta from ${lifecycle.betaFrom}`,
    lifecycle.activeFrom && `standard exam from ${lifecycle.activeFrom}`,
  ].filter((one) => one !== undefined);
  const equivalents = todayEquivalents(catalog, code).filter((one) => one.code !== code);
  const instead =
    equivalents.length > 0 ? `. Today's equivalent: ${equivalents.map((one) => one.code).join(' or ')}` : '';
  return {
    text: `${STATUS_WORDS[status]}${days.length > 0 ? ` (${days.join(', ')})` : ''}${instead}`,
    ...(lifecycle.note === undefined ? {} : { note: lifecycle.note }),
    facts: factsOf(catalog, lifecycle),
  };
}

function questionsText(questions: Questions): string {
  if (questions.kind === 'range') return `${questions.low} to ${questions.high}`;
  const split =
    questions.scored === undefined ? '' : ` (${questions.scored} scored, ${questions.unscored ?? 0} unscored)`;
  return `${questions.total}${split}`;
}

function domainsCell({ domains, domainEvidence }: Certification, catalog: Catalog): Content {
  const values = domains.map(({ name, weight, weightMin, weightMax }) => {
    if (weightMin !== undefined) return `${name}: ${weightMin} to ${weightMax} %`;
    return weight === undefined ? `${name}: weight not found` : `${name}: ${weight} %`;
  });
  const { domains: grade, sources, checkedOn } = domainEvidence;
  return { text: values.join('; '), values, facts: factsOf(catalog, { grade, sources, checkedOn }) };
}

function rolesCell({ code, lifecycle }: Certification, catalog: Catalog): Content {
  const roles = catalog.roles
    .flatMap(({ name, certifications }) =>
      certifications.filter((one) => one.code === code).map(({ fit }) => ({ name, fit })),
    )
    .filter(({ fit }) => fit >= 0.5)
    .sort((a, b) => b.fit - a.fit);
  const text = roles.length === 0 ? 'No role of the catalog in particular' : roles.map(({ name }) => name).join(', ');
  return { ...ownCell(text, 'Our estimate of the fit', lifecycle.checkedOn), values: roles.map(({ name }) => name) };
}

function skillsCell({ domains, domainEvidence }: Certification, catalog: Catalog): Content {
  const counts = new Map<string, number>();
  for (const id of domains.flatMap(({ tasks }) => tasks.flatMap(({ skills }) => skills))) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const values = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 12)
    .map(([id]) => catalog.skills.find((skill) => skill.id === id)?.canonical ?? id);
  const note = 'Most frequent in its task statements; the mapping is ours';
  return { ...ownCell(values.join(', ') || 'Tasks were not found', note, domainEvidence.checkedOn), values };
}

function renewsCell({ renews, lifecycle }: Certification, catalog: Catalog): Content {
  return {
    text: renews.length === 0 ? 'Nothing but itself' : renews.join(', '),
    values: renews,
    facts: factsOf(catalog, lifecycle),
  };
}

function hoursText({ studyHours }: Certification): string {
  const { software, 'data-science': science, student } = studyHours.byBackground;
  const range = ([low, high]: readonly [number, number]) => `${low} to ${high}`;
  return `${range(software)} h from software, ${range(science)} h from data science, ${range(student)} h as a student`;
}

/** Every aspect by which certifications are compared, in the order they are shown. */
const ASPECTS: readonly Aspect[] = [
  { id: 'status', label: 'Status', conflict: 'lifecycle', cell: statusCell },
  { id: 'level', label: 'Level', cell: (c, catalog) => ({ text: c.level, facts: factsOf(catalog, c.lifecycle) }) },
  { id: 'roles', label: 'Roles it speaks to', cell: rolesCell },
  { id: 'domains', label: 'Domains and weights', conflict: 'domains', cell: domainsCell },
  { id: 'skills', label: 'Skills', cell: skillsCell },
  {
    id: 'services',
    label: 'Services in scope',
    conflict: 'services',
    cell: (c, catalog) => factCell(catalog, c.services, (names) => names),
  },
  {
    id: 'outOfScope',
    label: 'Out of scope',
    cell: (c, catalog) => ({
      text: c.outOfScope.join(', ') || 'Nothing stated',
      values: c.outOfScope,
      facts: factsOf(catalog, c.lifecycle),
    }),
  },
  {
    id: 'questions',
    label: 'Questions',
    conflict: 'questions',
    cell: (c, catalog) => factCell(catalog, c.exam.questions, questionsText),
  },
  {
    id: 'minutes',
    label: 'Time',
    conflict: 'minutes',
    cell: (c, catalog) => factCell(catalog, c.exam.minutes, (minutes) => `${minutes} minutes`),
  },
  {
    id: 'pass',
    label: 'Passing score',
    cell: (c, catalog) =>
      factCell(catalog, c.exam.pass, ({ score, min, max }) => `${score} on a scale of ${min} to ${max}`),
  },
  {
    id: 'questionTypes',
    label: 'Question types',
    cell: (c, catalog) =>
      factCell(catalog, c.questionTypes, (kinds) => (c.labPossible ? [...kinds, 'lab possible'] : kinds)),
  },
  {
    id: 'difficulty',
    label: 'Difficulty',
    cell: ({ difficulty, lifecycle }) =>
      ownCell(`${difficulty.value} of 5`, `Our estimate. ${difficulty.reason}`, lifecycle.checkedOn),
  },
  {
    id: 'prerequisites',
    label: 'Prerequisites',
    conflict: 'prerequisites',
    cell: (c, catalog) => factCell(catalog, c.prerequisites, (text) => text),
  },
  {
    id: 'studyTime',
    label: 'Study time',
    cell: (c) => ownCell(hoursText(c), c.studyHours.basis, c.lifecycle.checkedOn),
  },
  { id: 'cost', label: 'Exam price', cell: (c, catalog) => factCell(catalog, c.exam.priceUsd, (usd) => `USD ${usd}`) },
  {
    id: 'validity',
    label: 'Validity',
    cell: (c, catalog) =>
      factCell(catalog, c.validity, (one) =>
        one.kind === 'no-expiry' ? 'Does not expire' : `${one.years} year${one.years === 1 ? '' : 's'}`,
      ),
  },
  { id: 'renewal', label: 'Renewal', cell: (c, catalog) => factCell(catalog, c.renewal, ({ text }) => text) },
  { id: 'renews', label: 'Passing it renews', cell: renewsCell },
  {
    id: 'languages',
    label: 'Languages',
    conflict: 'languages',
    cell: (c, catalog) =>
      factCell(catalog, c.languages, ({ listed, complete }) => [
        ...listed.map(
          ({ name, from, until }) => `${name}${from ? ` from ${from}` : ''}${until ? ` (last day ${until})` : ''}`,
        ),
        ...(complete ? [] : ['more that were not listed']),
      ]),
  },
];

export function certificationRows(catalog: Catalog, certifications: readonly Certification[]): readonly Row[] {
  return ASPECTS.map(({ id, label, conflict, cell }) => {
    const cells = certifications.map((one): Cell => {
      const known = conflict && conflictOf(catalog, one.code, conflict);
      return { id: one.code, ...cell(one, catalog), ...(known ? { conflict: known } : {}) };
    });
    return rowOf(id, label, cells);
  });
}
