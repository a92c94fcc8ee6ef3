import type { Advisor } from './schema/advisor-file.ts';
import type { Certification } from './schema/certification-file.ts';
import type { Costs } from './schema/costs-file.ts';
import type { Conflict, Faq, News, Salary, Skill, Source, Term } from './schema/reference-files.ts';
import type { Role } from './schema/role-file.ts';

/** Everything the catalog knows, as read from `content/catalog`. Frozen data: all rules are functions of it. */
export type Catalog = {
  readonly certifications: readonly Certification[];
  readonly roles: readonly Role[];
  readonly skills: readonly Skill[];
  readonly sources: readonly Source[];
  readonly conflicts: readonly Conflict[];
  readonly salaries: readonly Salary[];
  readonly glossary: readonly Term[];
  readonly faq: readonly Faq[];
  readonly news: readonly News[];
  readonly advisor: Advisor;
  readonly costs: Costs;
};
