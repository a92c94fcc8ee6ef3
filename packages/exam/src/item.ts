import { Day } from '@cairn/kernel';
import { Question } from '@cairn/question-types';
import { z } from 'zod';

export const ItemId = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'an item id is its path, such as aif-c01/inference-modes-01')
  .describe('The path of the file below content/items, without .yaml. Permanent.');

export const TaskId = z
  .string()
  .regex(/^[a-z0-9-]+\/[1-9]\d?\.[1-9]\d?$/, 'a task is written certification/domain.task, such as aif-c01/1.1');

export const ItemSource = z.strictObject({
  url: z.url({ protocol: /^https$/, error: 'a source needs an https address' }).max(500),
  title: z.string().min(1, 'name the page').max(200),
  checkedOn: Day.describe('The day somebody last compared the item with this page.'),
});

const BlindSolve = z.strictObject({
  agreed: z.boolean().describe('Did the solver, without the key, choose the key?'),
  confidence: z.enum(['high', 'medium', 'low']),
  date: Day,
});

/** One file of content/items: a question and what is known about it. Composites hold several questions. */
export const Item = z.strictObject({
  schema: z.literal('item/1'),
  id: ItemId,
  version: z.number().int().min(1).describe('+1 when the key or the meaning changes.'),
  tasks: z
    .array(TaskId)
    .min(1, 'name the task statement that it measures')
    .max(5)
    .describe('Task statements; the first decides the domain.'),
  skills: z.array(z.string().min(1).max(80)).min(1, 'name the skill that it measures').max(5).describe('Skill ids.'),
  level: z.enum(['recall', 'apply', 'analyse']),
  scenario: z.boolean().default(false).describe('A situation with a constraint that decides.'),
  angoff: z
    .number()
    .gt(0, 'angoff lies between 0 and 1')
    .lt(1, 'angoff lies between 0 and 1')
    .describe('Chance that a just-passing candidate answers correctly.'),
  practiceOnly: z.boolean().default(false).describe('A type that this real exam does not use.'),
  reviewBy: Day.describe('Facts are checked again by then.'),
  sources: z.array(ItemSource).min(1, 'name at least one source').max(10).describe('Official documentation first.'),
  review: z.strictObject({ blindSolve: BlindSolve }).optional().describe('Absent until somebody solved it blind.'),
  question: Question,
});
export type Item = z.infer<typeof Item>;
export type ItemSource = z.infer<typeof ItemSource>;
