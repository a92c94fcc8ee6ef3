import { ItemSource, TaskId } from '@cairn/exam';
import { Day } from '@cairn/kernel';
import { z } from 'zod';

/** One line of Markdown: a card is read at a glance. */
const Face = z
  .string()
  .min(3)
  .max(260, 'a card is answered in ten seconds; shorten it')
  .regex(/^[^\n]*$/, 'a side of a card is one line');

export const Card = z.strictObject({
  id: z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]+$/, 'a card id is a short slug, such as batch-or-real-time')
    .describe('Unique within the exam. Permanent: what somebody remembers of a card hangs on it.'),
  front: Face.describe('Asks one thing.'),
  back: Face.describe('The answer first, then at most a sentence of why.'),
  skills: z.array(z.string().min(1).max(80)).min(1, 'name the skill that it measures').max(3),
  sources: z.array(ItemSource).min(1, 'name at least one source').max(4),
});
export type Card = z.infer<typeof Card>;

/** One file of content/cards: the cards of a task statement. */
export const CardsFile = z.strictObject({
  schema: z.literal('cards/1'),
  task: TaskId.describe('The path of the file below content/cards, without .yaml.'),
  reviewBy: Day.describe('Facts are checked again by then.'),
  cards: z.array(Card).min(1).max(60),
});
export type CardsFile = z.infer<typeof CardsFile>;

/** The name of a card among all: exam and slug. */
export function cardIdOf({ task }: Pick<CardsFile, 'task'>, { id }: Pick<Card, 'id'>): string {
  return `${task.split('/')[0]}/${id}`;
}
