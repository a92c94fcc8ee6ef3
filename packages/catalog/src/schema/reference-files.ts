import { z } from 'zod';
import { CONFLICT_ASPECTS, SALARY_BASES, type SalaryBasis } from '../vocabulary.ts';
import { CalendarDay, ExamCode, Grade, Provenance, Slug, SourceKey, Text } from './fields.ts';

const Alias = z.strictObject({
  text: Text,
  caseSensitive: z.boolean().optional(),
  needs: z.enum(['vendor', 'list']).optional().describe('Counts only near another name of the vendor, or in a list'),
});

const Skill = z.strictObject({
  id: Slug,
  canonical: Text,
  vendor: Text.optional(),
  category: z.string().regex(/^[a-z_]+$/),
  aliases: z.array(Alias),
  ambiguity: z.enum(['low', 'med', 'high']).optional(),
  note: Text.optional(),
});
export type Skill = z.infer<typeof Skill>;
export const SkillsFile = z.strictObject({ schema: z.literal('skills/1'), note: Text, skills: z.array(Skill) });

const Source = z.strictObject({
  key: SourceKey,
  title: Text,
  url: z.url().optional().describe('Absent when the source has no public address of its own'),
  address: Text,
  note: Text,
  date: Text.optional().describe('When it was published or read'),
});
export type Source = z.infer<typeof Source>;
export const SourcesFile = z.strictObject({ schema: z.literal('sources/1'), sources: z.array(Source) });

const Conflict = z.strictObject({
  id: Slug,
  topic: Text,
  codes: z.array(ExamCode),
  aspect: z.enum(CONFLICT_ASPECTS),
  versions: Text,
  use: Text.describe('Which version the catalog shows, and why'),
  sources: z.array(SourceKey),
});
export type Conflict = z.infer<typeof Conflict>;
export const ConflictsFile = z.strictObject({ schema: z.literal('conflicts/1'), conflicts: z.array(Conflict) });

const basisNames = Object.keys(SALARY_BASES) as [SalaryBasis, ...SalaryBasis[]];

const Money = z.number().positive().optional();
const Salary = z.strictObject({
  id: Slug,
  label: Text.describe("The source's own name for the group"),
  roles: z.array(Slug).describe('Our roles that it informs; empty for context figures'),
  region: z.string().regex(/^[a-z]{2}$/, 'write a two-letter region such as us'),
  regionLabel: Text,
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.enum(['year', 'day', 'hour']),
  basis: z.enum(basisNames),
  n: z.int().positive().optional(),
  low: Money,
  high: Money,
  p10: Money,
  p25: Money,
  p50: Money,
  p75: Money,
  p90: Money,
  mean: Money,
  highP25: Money,
  highP50: Money,
  highP75: Money,
  growth: Text.optional(),
  reference: Text.describe('The period the figure is about'),
  until: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a year, a month or a day such as 2025, 2025-06 or 2025-06-23')
    .optional()
    .describe('The end of that period, as precisely as the source gives it; absent: the source does not say'),
  sourceName: Text,
  via: Text.optional(),
  licence: Text,
  note: Text.optional(),
  grade: Grade,
  sources: z.array(SourceKey).min(1),
  checkedOn: CalendarDay,
});
export type Salary = z.infer<typeof Salary>;
export const SalariesFile = z.strictObject({ schema: z.literal('salaries/1'), note: Text, salaries: z.array(Salary) });

const News = z.strictObject({
  id: Slug,
  kind: z.enum(['exam', 'service']),
  subject: Text,
  date: CalendarDay.optional(),
  text: Text,
  codes: z.array(ExamCode),
  ...Provenance,
});
export type News = z.infer<typeof News>;
export const NewsFile = z.strictObject({ schema: z.literal('news/1'), news: z.array(News) });

const Term = z.strictObject({
  id: Slug,
  term: Text,
  text: Text.describe('Plain words, one to three sentences'),
  skills: z.array(Slug),
  see: z.array(Slug).optional().describe('Related terms'),
});
export type Term = z.infer<typeof Term>;
export const GlossaryFile = z.strictObject({ schema: z.literal('glossary/1'), terms: z.array(Term) });

const Faq = z.strictObject({
  id: Slug,
  question: Text,
  answer: Text.describe('Markdown; {{CODE.fact}} is replaced by the value in the catalog'),
  codes: z.array(ExamCode),
  roles: z.array(Slug),
  sources: z.array(SourceKey).min(1),
  checkedOn: CalendarDay,
});
export type Faq = z.infer<typeof Faq>;
export const FaqFile = z.strictObject({ schema: z.literal('faq/1'), entries: z.array(Faq) });
