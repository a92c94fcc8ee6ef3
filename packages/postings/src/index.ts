export { type Added, Batch } from './batch.ts';
export { SECTION_KINDS, type SectionKind } from './context/heading-phrases.ts';
export { type Section, sectionsOf } from './context/sections.ts';
export {
  findEducation,
  findLocation,
  findSalaries,
  findSeniority,
  findWorkMode,
  findYears,
  languageOf,
} from './facts/index.ts';
export { type LearnerRecord, withClouds, withoutClouds } from './gap/clouds.ts';
export {
  type CertificationCoverage,
  type Coverage,
  type CoveredName,
  type CoveringCertification,
  coverage,
  type LabCoverage,
  type PractisingLab,
} from './gap/coverage.ts';
export { DEMAND_WEIGHTS, type Gap, type GapRow, type GapState, gapOf, type SkillEvidence } from './gap/gap.ts';
export { kindOf, type LexiconEntry, type NameKind } from './lexicon.ts';
export { buildLexicon, type Lexicon } from './names/build-lexicon.ts';
export { findNames } from './names/find-names.ts';
export type { FoundNames } from './names/gather.ts';
export {
  DEGREES,
  type Degree,
  type Demand,
  type EducationFinding,
  type LocationFinding,
  type NameFinding,
  PAY_PERIODS,
  type PayPeriod,
  type PlatformFinding,
  type PostingText,
  type Quote,
  type ReadPosting,
  type SalaryFinding,
  SENIORITIES,
  type Seniority,
  type SeniorityFinding,
  STRENGTHS,
  type Strength,
  WORK_MODES,
  type WorkMode,
  type WorkModeFinding,
  type YearsFinding,
} from './posting.ts';
export { postingTitle } from './posting-title.ts';
export { readPosting } from './read-posting.ts';
export {
  compareResume,
  type NameInBoth,
  type NameNotOnResume,
  type ResumeComparison,
  type ResumeNames,
  type ResumeSuggestion,
  resumeSentence,
} from './resume/compare-resume.ts';
export { type Teachings, type Way, waysToLearn } from './resume/ways.ts';
export { type Duplicate, DuplicateFinder } from './same/duplicate-finder.ts';
export { chanceOfMore, FEW, type Share, shareOf } from './shares/share.ts';
export { excerpt, plainLine } from './survey/excerpt.ts';
export { type MarketEvidence, marketEvidence } from './survey/market-evidence.ts';
export { type SurveySentence, sentencesOf } from './survey/sentences.ts';
export type {
  ByStrength,
  Counted,
  HeatMap,
  NameCount,
  PayCount,
  PlatformCount,
  PlatformPair,
  Quartiles,
  SampleQuote,
  Survey,
} from './survey/survey.ts';
export { Tally } from './survey/tally.ts';
