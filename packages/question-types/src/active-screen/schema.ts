import { z } from 'zod';
import {
  Assigned,
  checkDistinct,
  checked,
  FixedOrder,
  Id,
  Label,
  OptionText,
  PublishedLabel,
  PublishedOption,
  Stem,
  Why,
} from '../fields.ts';

const listFields = {
  id: Id,
  label: Label,
  options: z
    .array(z.strictObject({ id: Id, text: OptionText }))
    .min(2)
    .max(8),
  fixedOrder: FixedOrder,
  answer: z.string().describe('Id of the right option.'),
  why: Why,
};
const Field = z.discriminatedUnion(
  'control',
  [
    z.strictObject({ control: z.literal('drop-down'), ...listFields }),
    z.strictObject({ control: z.literal('radio'), ...listFields }),
    z.strictObject({
      control: z.literal('check-box'),
      id: Id,
      label: Label,
      answer: z.enum(['checked', 'unchecked'], { error: 'answer is checked or unchecked' }),
      why: Why,
    }),
  ],
  { error: 'control is drop-down, radio or check-box' },
);
export type Field = z.infer<typeof Field>;

export const ActiveScreenQuestion = checked(
  z.strictObject({
    kind: z.literal('active-screen'),
    stem: Stem,
    title: Label.describe("The form's heading."),
    fields: z.array(Field).min(1).max(10),
  }),
  ({ fields }, report) => {
    checkDistinct(fields, ['fields'], report);
    fields.forEach((field, index) => {
      if (field.control === 'check-box') return;
      checkDistinct(field.options, ['fields', index, 'options'], report);
      if (field.options.some(({ id }) => id === field.answer)) return;
      report(['fields', index, 'answer'], `no option has the id ${field.answer}; name one of options`);
    });
    if (fields.every(({ answer }) => answer === 'unchecked')) {
      report(['fields'], 'the untouched form is already right; add a setting that must change');
    }
  },
);
export type ActiveScreenQuestion = z.infer<typeof ActiveScreenQuestion>;

/** `settings`: field id → option id, or `checked` or `unchecked`. */
export const ActiveScreenResponse = z.strictObject({ kind: z.literal('active-screen'), settings: Assigned });
export type ActiveScreenResponse = z.infer<typeof ActiveScreenResponse>;

const listed = { options: z.array(PublishedOption) };

export const PublishedActiveScreen = z.strictObject({
  kind: z.literal('active-screen'),
  stem: z.string(),
  title: z.string(),
  fields: z.array(
    z.discriminatedUnion('control', [
      PublishedLabel.extend({ control: z.literal('drop-down'), ...listed }),
      PublishedLabel.extend({ control: z.literal('radio'), ...listed }),
      PublishedLabel.extend({ control: z.literal('check-box') }),
    ]),
  ),
});
export type PublishedActiveScreen = z.infer<typeof PublishedActiveScreen>;
export type PublishedField = PublishedActiveScreen['fields'][number];
