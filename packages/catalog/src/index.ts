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
export {
  type BreakEven,
  breakEvenCurve,
  breakEvenMonth,
  breakEvenUplift,
  type UpliftTerms,
} from './cost/break-even.ts';
export type { StatedChance } from './cost/chance.ts';
export { COST_PARTS, type CostPart } from './cost/charges.ts';
export type { ExamInputs, Explained, Origin } from './cost/exam-inputs.ts';
export { type PathCost, pathCost, type YearCost } from './cost/path-cost.ts';
export { type PathInputs, type PathInputsOutcome, pathInputs } from './cost/path-inputs.ts';
export {
  ASSUMED_CHANCE,
  COST_LIMITS,
  type CostTerms,
  type ExamEdits,
  MOST_EXAMS,
  MOST_PATHS,
  USUAL_TERMS,
} from './cost/request.ts';
export type { Scenario } from './cost/scenario.ts';
export { type Influence, sensitivity } from './cost/sensitivity.ts';
export { type DomainWeight, domainWeights } from './domain-weights.ts';
export { faqAnswer } from './faq-answer.ts';
export {
  certificationsToBegin,
  type FoundCertification,
  findCertification,
  isOffered,
  skillsTaught,
  tasksOf,
  todayEquivalents,
} from './find.ts';
export { ageOf, type FigureAge } from './pay/age.ts';
export { type ClaimRow, type PayClaim, payClaim } from './pay/claim.ts';
export { convertFigure, type DatedRate, type ParsedRate, parseRate } from './pay/convert.ts';
export { type PayDifferences, payDifferences } from './pay/differences.ts';
export { type PayMatrix, type PayMatrixCell, payMatrix } from './pay/matrix.ts';
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
export { type Costs, CostsFile, type MaterialPrice } from './schema/costs-file.ts';
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
