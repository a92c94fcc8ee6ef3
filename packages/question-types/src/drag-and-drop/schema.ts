import { z } from 'zod';
import {
  Assigned,
  checkDistinct,
  checked,
  Id,
  Label,
  OptionText,
  PublishedLabel,
  PublishedOption,
  Stem,
  Why,
} from '../fields.ts';

const Target = z.strictObject({
  id: Id,
  label: Label,
  value: z.string().describe('Id of the value that belongs here.'),
  why: Why,
});

const Use = z.enum(['once', 'many'], { error: 'use is once or many: how often a value may serve' });

export const DragAndDropQuestion = checked(
  z.strictObject({
    kind: z.literal('drag-and-drop'),
    stem: Stem,
    use: Use.describe('How often a value may serve.'),
    values: z
      .array(z.strictObject({ id: Id, text: OptionText }))
      .min(2)
      .max(12),
    targets: z.array(Target).min(2).max(8),
  }),
  ({ use, values, targets }, report) => {
    checkDistinct(values, ['values'], report);
    checkDistinct(targets, ['targets'], report);
    const served = new Set<string>();
    targets.forEach(({ value }, index) => {
      const at = ['targets', index, 'value'];
      if (!values.some(({ id }) => id === value)) report(at, `no value has the id ${value}; name one of values`);
      if (use === 'once' && served.has(value)) report(at, `${value} serves twice, but use is once; write use: many`);
      served.add(value);
    });
  },
);
export type DragAndDropQuestion = z.infer<typeof DragAndDropQuestion>;

/** `placed`: target id → value id. */
export const DragAndDropResponse = z.strictObject({ kind: z.literal('drag-and-drop'), placed: Assigned });
export type DragAndDropResponse = z.infer<typeof DragAndDropResponse>;

export const PublishedDragAndDrop = z.strictObject({
  kind: z.literal('drag-and-drop'),
  stem: z.string(),
  use: Use,
  values: z.array(PublishedOption),
  targets: z.array(PublishedLabel),
});
export type PublishedDragAndDrop = z.infer<typeof PublishedDragAndDrop>;
