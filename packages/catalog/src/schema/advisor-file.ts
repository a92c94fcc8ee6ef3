import { z } from 'zod';
import { BACKGROUNDS, type Background, CRITERIA } from '../vocabulary.ts';
import { CalendarDay, ExamCode, Slug, SourceKey, Text } from './fields.ts';

const CriterionId = z.enum(CRITERIA);

const Value = z.number().min(0).max(1);
const byBackground = Object.fromEntries(BACKGROUNDS.map((name) => [name, Value])) as Record<Background, typeof Value>;
const Values = z.strictObject(byBackground);

const Option = z.strictObject({
  value: z.union([z.string(), z.number()]),
  label: Text,
  help: Text.optional(),
});
const Question = z.strictObject({
  id: Slug,
  key: z
    .string()
    .regex(/^[a-zA-Z]+$/)
    .describe('The key of the profile that the answer fills'),
  text: Text,
  help: Text.optional(),
  kind: z.enum(['choice', 'many', 'number', 'date', 'code']),
  options: z.array(Option),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: Text.optional(),
  isDetail: z.boolean().optional().describe('Folded at first: it limits or refines an answer that stands without it'),
});
export type AdvisorQuestion = z.infer<typeof Question>;

const Criterion = z.strictObject({
  id: CriterionId,
  label: Text,
  swing: z.number().min(0).max(100).describe('How much moving from worst to best on the scale matters, 0 to 100'),
  worst: Text.describe('What value 0 means'),
  best: Text.describe('What value 1 means'),
  appliesTo: z.array(z.enum(['role', 'certification'])).min(1),
});
export type Criterion = z.infer<typeof Criterion>;

export const AdvisorFile = z.strictObject({
  schema: z.literal('advisor/1'),
  basis: Text,
  checkedOn: CalendarDay,
  questions: z.array(Question),
  criteria: z.array(Criterion),
  backgroundFit: z.strictObject({ roles: z.record(Slug, Values), certifications: z.record(ExamCode, Values) }),
  appeals: z.strictObject({
    roles: z.record(Slug, z.array(Slug)),
    certifications: z.record(ExamCode, z.array(Slug)),
  }),
  demand: z.strictObject({ basis: Text, sources: z.array(SourceKey), rowsByRole: z.record(Slug, z.number().min(0)) }),
});
export type Advisor = z.infer<typeof AdvisorFile>;
