/** Fixed lists of the catalog, free of zod so that browser code can use them without the schemas. */

export const BACKGROUNDS = [
  'software',
  'data-science',
  'data-engineering',
  'cloud-ops',
  'analyst',
  'student',
  'business',
  'other',
] as const;
export type Background = (typeof BACKGROUNDS)[number];

/** Each criterion is a function in `advisor/values.ts`; `advisor.yaml` gives it words and a default weight. */
export const CRITERIA = [
  'role-fit',
  'platform-fit',
  'background-fit',
  'level-fit',
  'mathematics-fit',
  'programming-fit',
  'enjoyment-fit',
  'time-to-ready',
  'cost',
  'durability',
  'demand',
  'asked-for',
  'postings',
] as const;
export type CriterionId = (typeof CRITERIA)[number];

/** The aspects by which roles are compared, in the order they are shown. */
export const ROLE_ASPECTS = {
  primaryRole: 'Primary role',
  services: 'Cloud services',
  skills: 'Skills',
  tools: 'Tools',
  responsibilities: 'Responsibilities',
  cloudUse: 'Use of the cloud',
  useCases: 'Use cases',
  careerBranches: 'Where it can lead',
  chooseItIf: 'Choose it if',
  pathThen: 'Certification path as first published',
  pathToday: 'Certification path today',
} as const;
export type RoleAspect = keyof typeof ROLE_ASPECTS;

/** Never mixed: each basis answers another question. */
export const SALARY_BASES = {
  'employer-survey': 'What employers report paying',
  'posted-range': 'What job postings offer',
  'self-report': 'What people say they earn',
  'vacancy-median': 'Pay in advertised vacancies',
  'salary-index': 'An index that mixes self-reports with ends of posted ranges',
  'pay-scale': 'A published pay scale',
  'article-range': 'A range given by an article without a method',
} as const;
export type SalaryBasis = keyof typeof SALARY_BASES;

/** What a conflict between sources is about, so that the right cell can show it. */
export const CONFLICT_ASPECTS = [
  'lifecycle',
  'questions',
  'minutes',
  'prerequisites',
  'domains',
  'successors',
  'languages',
  'services',
  'results',
  'pay',
] as const;
export type ConflictAspect = (typeof CONFLICT_ASPECTS)[number];
