import { Day } from '@cairn/kernel';
import { Question } from '@cairn/question-types';
import { z } from 'zod';
import { ItemId, ItemSource, TaskId } from './item.ts';
import { CreditRule, ExamProfile, Scale, SectionKind, SectionLock } from './profile.ts';

/**
 * A form is frozen into its attempt as JSON: questions with keys, ratings and rules as they were. Nothing that happens
 * to the bank or the profile later changes what an attempt or its report says.
 */

/** A domain of the blueprint. Weights are relative; tasks give their wording to the report. */
export const Domain = z.strictObject({
  number: z.number().int(),
  name: z.string(),
  weight: z.number().gt(0),
  tasks: z.array(z.strictObject({ id: z.string(), text: z.string() })).optional(),
});

export const Slot = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  itemId: ItemId,
  version: z.number().int(),
  part: z.string().optional(),
  question: Question,
  domain: z.number().int(),
  task: TaskId,
  skills: z.array(z.string()),
  angoff: z.number(),
  scored: z.boolean(),
  sources: z.array(ItemSource),
  reviewBy: Day.optional().describe('Absent in forms that were made before it was kept.'),
  practiceOnly: z.boolean(),
});

export const Section = z.strictObject({
  id: z.string(),
  kind: SectionKind,
  title: z.string(),
  lock: SectionLock,
  context: z
    .strictObject({
      title: z.string(),
      tabs: z.array(z.strictObject({ id: z.string(), title: z.string(), text: z.string() })).readonly(),
    })
    .nullable(),
  slots: z.array(Slot),
});

export const FormScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('form') }),
  z.strictObject({ kind: z.literal('domain'), domain: z.number().int(), questions: z.number().int().min(1) }),
  z
    .strictObject({ kind: z.literal('items'), itemIds: z.array(ItemId), questions: z.number().int().min(1) })
    .describe('Chosen items, most wanted first: missed before, or not seen yet.'),
]);

export const Form = z.strictObject({
  schema: z.literal('form/1'),
  exam: z.string(),
  certification: z.string(),
  title: z.string(),
  seed: z.string(),
  scope: FormScope,
  limitSeconds: z.number().int().describe('Before any accommodation.'),
  credit: CreditRule,
  scale: Scale,
  tools: ExamProfile.shape.tools,
  domains: z.array(Domain),
  sections: z.array(Section),
});

export type Domain = z.infer<typeof Domain>;
export type Slot = z.infer<typeof Slot>;
export type Section = z.infer<typeof Section>;
export type FormScope = z.infer<typeof FormScope>;
export type Form = z.infer<typeof Form>;
