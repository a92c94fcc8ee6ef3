import { ItemId, ItemSource, TaskId } from '@cairn/exam';
import { Day } from '@cairn/kernel';
import { z } from 'zod';

/** What stands above the text of a lesson, in YAML. */
export const LessonHead = z.strictObject({
  schema: z.literal('lesson/1'),
  id: TaskId.describe('The task statement that it teaches, and its path below content/lessons without .md.'),
  version: z.number().int().min(1).describe('+1 when the meaning changes.'),
  title: z.string().min(3).max(90),
  summary: z.string().min(20).max(260).describe('What you can do after it, in a sentence.'),
  skills: z.array(z.string().min(1).max(80)).min(1).max(12),
  minutes: z.number().int().min(4).max(15),
  checks: z.array(ItemId).length(3, 'three questions of the bank check the lesson'),
  reviewBy: Day.describe('Facts are checked again by then.'),
  sources: z.array(ItemSource).min(1).max(12),
});
export type LessonHead = z.infer<typeof LessonHead>;

/** The parts of every lesson, by the words of their headings. */
export const LESSON_PARTS = [
  { id: 'idea', heading: 'The idea' },
  { id: 'decision', heading: 'A worked decision' },
  { id: 'exam', heading: 'In the exam' },
  { id: 'work', heading: 'At work' },
] as const;
export type LessonPartId = (typeof LESSON_PARTS)[number]['id'];

/** An interactive figure in its place. */
export const FigureBlock = z.strictObject({
  figure: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe('Id of the figure.'),
  caption: z.string().min(10).max(300).describe('What to try, and what to see.'),
  params: z.record(z.string(), z.unknown()).default({}).describe('How it begins, by the figure.'),
});
export type FigureBlock = z.infer<typeof FigureBlock>;

export type LessonBlock =
  | { readonly kind: 'text'; readonly text: string }
  | ({ readonly kind: 'figure' } & FigureBlock);

export type LessonPart = {
  readonly id: LessonPartId;
  readonly heading: string;
  readonly blocks: readonly LessonBlock[];
};

export type Lesson = LessonHead & {
  /** Markdown before the first heading: the question that the lesson answers. */
  readonly opening: string;
  readonly parts: readonly LessonPart[];
};
