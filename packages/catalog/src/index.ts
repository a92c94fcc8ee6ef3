export {
  type Advice,
  type AdvisedCertification,
  type AdvisedRole,
  type AdviseOptions,
  advise,
  type Notice,
} from './advisor/advise.ts';
export { priceToday, readyOn, studyHoursFor, weeksToReady } from './advisor/effort.ts';
export type { Flip } from './advisor/flips.ts';
export type { Gate, GateKind } from './advisor/gates.ts';
export { type Contribution, isAtStake } from './advisor/rank.ts';
export type { Contrast } from './advisor/reasons.ts';
export { type AssembledCatalog, assembleCatalog, type CatalogFault } from './assemble.ts';
export type { Catalog } from './catalog.ts';
export type { Cell, CellConflict, CellFact, Row } from './compare/cell.ts';
export { type CompareOutcome, type Comparison, compare } from './compare/compare.ts';
export { type DomainWeight, domainWeights } from './domain-weights.ts';
export { faqAnswer } from './faq-answer.ts';
export { type FoundCertification, findCertification, isOffered, todayEquivalents } from './find.ts';
export { diffRoadmap, type RoadmapDiff, type StepChange } from './roadmap/diff.ts';
export { type IcsOptions, toIcs } from './roadmap/ics.ts';
export { roadmap } from './roadmap/plan.ts';
export type { DoneStep, Roadmap, RoadmapOutcome, RoadmapRequest, RoadmapStep, StepKind } from './roadmap/roadmap.ts';
export { type SalaryCell, type SalaryGroup, salariesFor, salaryRegions } from './salaries.ts';
export { type Advisor, AdvisorFile, type AdvisorQuestion, type Criterion } from './schema/advisor-file.ts';
export {
  type Certification,
  CertificationFile,
  type Domain,
  type Questions,
  type Status,
  type Vendor,
} from './schema/certification-file.ts';
export type { Grade } from './schema/fields.ts';
export { type ParsedProfile, type PostingsEvidence, Profile, parseProfile } from './schema/profile.ts';
export {
  type Conflict,
  ConflictsFile,
  type Faq,
  FaqFile,
  GlossaryFile,
  type News,
  NewsFile,
  SalariesFile,
  type Salary,
  type Skill,
  SkillsFile,
  type Source,
  SourcesFile,
  type Term,
} from './schema/reference-files.ts';
export { type Aspect, type Role, RoleFile } from './schema/role-file.ts';
export {
  BACKGROUNDS,
  type Background,
  CRITERIA,
  type CriterionId,
  ROLE_ASPECTS,
  type RoleAspect,
  SALARY_BASES,
  type SalaryBasis,
} from './vocabulary.ts';
