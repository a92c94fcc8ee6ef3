import { Day } from '@cairn/kernel';
import { QUESTION_TYPES, type QuestionKind } from '@cairn/question-types';
import { z } from 'zod';

const KINDS = QUESTION_TYPES.map(({ kind }) => kind) as [QuestionKind, ...QuestionKind[]]; // the registry is never empty
const Kind = z.enum(KINDS);

export const Scale = z.strictObject({ min: z.number(), max: z.number(), pass: z.number() });

export const CreditRule = z
  .enum(['all-or-nothing', 'per-part'])
  .describe('all-or-nothing: a question is right as a whole; per-part: a point for each correct part.');

export const SectionKind = z.enum(['questions', 'case-study', 'series']);
export const SectionLock = z
  .enum(['free', 'on-leaving', 'forward-only'])
  .describe('free: return at will; on-leaving: closed once left; forward-only: no way back to the question before.');

/** A claim with where it comes from. Grade A: the vendor's words; B: a dated check of them; C: one page; M: memory. */
export const Fact = z.strictObject({
  text: z.string().min(1).max(400),
  grade: z.enum(['A', 'B', 'C', 'M']),
  source: z.string().min(1).max(300),
  checkedOn: Day,
});

const Target = z
  .strictObject({ kind: Kind, min: z.number().int().min(0), max: z.number().int().min(0) })
  .refine(({ min, max }) => min <= max, 'min is larger than max');

const FormShape = z
  .strictObject({
    questions: z.number().int().min(1).max(200),
    unscored: z.number().int().min(0).describe('Of these, how many do not count and are not marked.'),
    official: z.strictObject({ min: z.number().int(), max: z.number().int() }).describe('What the vendor publishes.'),
  })
  .refine(({ questions, unscored }) => unscored < questions, 'unscored: at least one question must count');

const Layout = z
  .array(z.strictObject({ kind: SectionKind, title: z.string().min(1).max(80), lock: SectionLock }))
  .min(1, 'a form has at least one section')
  .refine((sections) => new Set(sections.map(({ kind }) => kind)).size === sections.length, 'a section kind comes once')
  .describe('Sections in the order in which the exam shows them; one for each series and case study.');

/** One file of content/exams: the shape and rules of an exam as data. */
export const ExamProfile = z
  .strictObject({
    schema: z.literal('exam/1'),
    id: z.string().regex(/^[a-z0-9-]+$/, 'the id is the file name without .yaml'),
    certification: z.string().describe('Id in content/catalog/certifications.'),
    blueprint: z
      .string()
      .optional()
      .describe('The certification whose domains and tasks a form is built to, if its own are not published.'),
    code: z.string(),
    title: z.string(),
    vendor: z.enum(['aws', 'microsoft']),
    form: FormShape,
    minutes: z.number().int().min(1),
    scale: Scale,
    credit: CreditRule,
    kinds: z.array(Kind).min(1).describe('Kinds that the real exam uses; others are practice only.'),
    kindTargets: z
      .array(Target)
      .describe('How many items of a kind a form holds. Our choice: no vendor publishes the share of a kind.'),
    layout: Layout,
    tools: z.strictObject({ calculator: z.boolean() }),
    accommodations: z.array(z.strictObject({ extraMinutes: z.literal(30), text: z.string() })),
    breaks: z.string().describe('What a break does, in a sentence.'),
    results: z.string().describe('When the real exam tells its result, in a sentence.'),
    rules: z.array(z.string().min(1)).min(1).describe('What the start page says, in sentences.'),
    notes: z.array(Fact),
  })
  .refine(({ scale }) => scale.min < scale.pass && scale.pass < scale.max, {
    path: ['scale'],
    error: 'the pass score lies between min and max',
  })
  .refine(({ kinds, kindTargets }) => kindTargets.every(({ kind }) => kinds.includes(kind)), {
    path: ['kindTargets'],
    error: 'a target names a kind that is missing in kinds',
  });

export type ExamProfile = z.infer<typeof ExamProfile>;
export type Scale = z.infer<typeof Scale>;
export type SectionKind = z.infer<typeof SectionKind>;
export type SectionLock = z.infer<typeof SectionLock>;

/** Whether an exam is one room, or several that close behind the candidate. */
export function navigationOf({ layout }: ExamProfile): 'free' | 'sections' {
  return layout.length === 1 && layout.every(({ lock }) => lock === 'free') ? 'free' : 'sections';
}
