import { z } from 'zod';
import { checkDistinct, checked, FixedOrder, Id, Label, OptionText, Stem, Why } from '../fields.ts';
import { namesIn } from './blanks.ts';

export const Language = z.enum(['python', 'json', 'bash', 'sql', 'text'], {
  error: 'language is python, json, bash, sql or text',
});

const Area = z.strictObject({
  id: Id.describe('Marked as {{id}} in the body.'),
  label: Label,
  options: z
    .array(z.strictObject({ id: Id, text: OptionText }))
    .min(2)
    .max(8),
  fixedOrder: FixedOrder,
  answer: z.string().describe('Id of the right option.'),
  why: Why,
});

/** A body of code or text with drop-downs in it. */
export const DropDownsQuestion = checked(
  z.strictObject({
    kind: z.literal('hot-area'),
    variant: z.literal('drop-downs'),
    stem: Stem,
    language: Language.describe('How to show the body.'),
    body: z.string().max(6000).describe('Code or text; {{id}} stands for the drop-down with that id.'),
    areas: z.array(Area).min(1).max(8),
  }),
  ({ body, areas }, report) => {
    checkDistinct(areas, ['areas'], report);
    const marked = namesIn(body);
    for (const name of new Set(marked)) {
      if (!areas.some(({ id }) => id === name)) report(['body'], `{{${name}}} has no area; add one or remove the mark`);
    }
    areas.forEach(({ id, options, answer }, index) => {
      checkDistinct(options, ['areas', index, 'options'], report);
      const times = marked.filter((name) => name === id).length;
      if (times !== 1) report(['body'], `{{${id}}} stands in the body ${times} times; it must stand there once`);
      if (options.some((option) => option.id === answer)) return;
      report(['areas', index, 'answer'], `no option has the id ${answer}; name one of options`);
    });
  },
);
export type DropDownsQuestion = z.infer<typeof DropDownsQuestion>;
