import { z } from 'zod';
import { checkDistinct, checked, Id, OptionText, PublishedOption, Why } from './fields.ts';

export const Step = z.strictObject({ id: Id, text: OptionText, why: Why });
export type Step = z.infer<typeof Step>;

/** `steps` mixes what belongs with what does not; `place` is how many belong. */
export const publishedSequence = {
  stem: z.string(),
  place: z.number().int().min(1),
  steps: z.array(PublishedOption),
};

type Sequence = { readonly sequence: readonly Step[]; readonly extras?: readonly Step[] | undefined };

export const distinctSteps = <Schema extends z.ZodType<Sequence>>(schema: Schema): Schema =>
  checked(schema, ({ sequence, extras = [] }, report) => {
    checkDistinct([...sequence, ...extras], ['sequence'], report);
  });
