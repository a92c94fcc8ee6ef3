/**
 * A stretch of the text that was read: `text.slice(start, end) === quote`, in UTF-16 units. Empty at 0 where a field of
 * the file says it (title, location) and the text does not repeat it.
 */
export type Quote = { readonly quote: string; readonly start: number; readonly end: number };

/** One posting as it came: its text as the person would see it, and what its file said beside it. */
export type PostingText = {
  readonly id: string;
  readonly text: string;
  /** From a field of the file (JSON, CSV); absent when only text was given. */
  readonly title?: string;
  readonly location?: string;
};

/**
 * How a posting asks for a name, strongest first. `one-of`: one among alternatives is enough ("AWS, Azure or GCP").
 * `stack`: what the team works with, said without asking for it. `boilerplate`: about the company, not about the work.
 */
export const STRENGTHS = ['required', 'one-of', 'preferred', 'stack', 'boilerplate'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A name that is asked for. What stands in text about the company, in degree fields or benefits, is not. */
export type Demand = Exclude<Strength, 'boilerplate'>;

/** A name of the catalog's skills, once for each posting: the quote is that of its strongest mention. */
export type NameFinding<S extends Strength = Demand> = Quote & {
  /** Skill id of the catalog. */
  readonly id: string;
  readonly canonical: string;
  readonly strength: S;
  /** How often the posting names it. */
  readonly mentions: number;
};

/** A cloud. `via` says whether its own name stands there or only one of its services. */
export type PlatformFinding = NameFinding<Strength> & { readonly vendor: string; readonly via: 'name' | 'service' };

export const SENIORITIES = [
  'intern',
  'junior',
  'mid',
  'senior',
  'lead',
  'staff',
  'principal',
  'manager',
  'director',
  'executive',
] as const;
export type Seniority = (typeof SENIORITIES)[number];

export type SeniorityFinding = Quote & { readonly level: Seniority };

/** Years of experience asked for. */
export type YearsFinding = Quote & { readonly low: number; readonly high?: number; readonly isRequired: boolean };

export const DEGREES = ['secondary', 'associate', 'bachelor', 'master', 'doctorate'] as const;
export type Degree = (typeof DEGREES)[number];

/** The lowest degree that is enough; `orExperience` when experience may stand for it. */
export type EducationFinding = Quote & {
  readonly degree: Degree;
  readonly isRequired: boolean;
  readonly orExperience: boolean;
};

export const WORK_MODES = ['remote', 'hybrid', 'on-site'] as const;
export type WorkMode = (typeof WORK_MODES)[number];

export type LocationFinding = Quote & { readonly place: string };
export type WorkModeFinding = Quote & { readonly mode: WorkMode };

export const PAY_PERIODS = ['hour', 'day', 'week', 'month', 'year'] as const;
export type PayPeriod = (typeof PAY_PERIODS)[number];

/** Pay as the posting states it; nothing is converted to another period or currency. */
export type SalaryFinding = Quote & {
  /** In units of the currency: "$120-150k" has low 120000, "10 lakh" 1000000. Absent: only a top is given. */
  readonly low?: number;
  /** Absent: only a floor is given. */
  readonly high?: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly period: PayPeriod;
};

/** All that was found in one posting. Everything but the language has its quote. */
export type ReadPosting = {
  readonly id: string;
  readonly title?: string;
  /** ISO 639-1; `und` when the text is too short to tell. Names are only looked for in English texts. */
  readonly language: string;
  readonly platforms: readonly PlatformFinding[];
  readonly services: readonly NameFinding[];
  readonly skills: readonly NameFinding[];
  readonly certifications: readonly NameFinding[];
  readonly seniority?: SeniorityFinding;
  readonly years: readonly YearsFinding[];
  readonly education?: EducationFinding;
  readonly location?: LocationFinding;
  readonly workMode?: WorkModeFinding;
  /** From the lowest low to the highest high of the ranges in one currency and period; the quote is that of the first. */
  readonly salary?: SalaryFinding;
  /** Every range or amount of pay, in order. */
  readonly salaries: readonly SalaryFinding[];
};
