import { z } from 'zod';
import { checkDistinct, checked, Id, numberWord, OptionText, PublishedOption, saysHowMany, Why } from './fields.ts';

export const Choice = z.strictObject({
  id: Id,
  text: OptionText,
  correct: z.boolean().optional().describe('true marks a key.'),
  why: Why,
});
export type Choice = z.infer<typeof Choice>;

/** Fields of a published question of choices; `choose` is how many to choose. */
export const publishedChoices = {
  stem: z.string(),
  choose: z.number().int().min(1),
  choices: z.array(PublishedOption),
};

const keyCount = (choices: readonly Choice[]) => choices.filter(({ correct }) => correct === true).length;

type Choices = { readonly stem: string; readonly choices: readonly Choice[] };

export const oneKey = <Schema extends z.ZodType<Choices>>(schema: Schema): Schema =>
  checked(schema, ({ choices }, report) => {
    checkDistinct(choices, ['choices'], report);
    const keys = keyCount(choices);
    if (keys !== 1) report(['choices'], `mark one choice with correct: true; ${keys} are marked`);
  });

/** Two or more keys, fewer than choices, and a stem that says how many. */
export const severalKeys = <Schema extends z.ZodType<Choices>>(
  schema: Schema,
  isSaid: (stem: string, count: number) => boolean = saysHowMany,
): Schema =>
  checked(schema, ({ stem, choices }, report) => {
    checkDistinct(choices, ['choices'], report);
    const keys = keyCount(choices);
    if (keys < 2 || keys >= choices.length) {
      report(['choices'], `mark at least two choices, but not all, with correct: true; ${keys} are marked`);
    } else if (!isSaid(stem, keys)) {
      report(['stem'], `${keys} choices are marked correct, so the stem must say (Choose ${numberWord(keys)}.)`);
    }
  });
