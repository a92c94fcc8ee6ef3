import { z } from 'zod';
import { Assigned, checkDistinct, checked, Id, OptionText, PublishedOption, Stem, Why } from '../fields.ts';

const Prompt = z.strictObject({
  id: Id,
  text: OptionText,
  match: z.string().describe('Id of the response that fits.'),
  why: Why,
});

export const MatchingQuestion = checked(
  z.strictObject({
    kind: z.literal('matching'),
    stem: Stem,
    responses: z
      .array(z.strictObject({ id: Id, text: OptionText }))
      .min(2)
      .max(10),
    prompts: z.array(Prompt).min(3).max(7),
  }),
  ({ responses, prompts }, report) => {
    checkDistinct(responses, ['responses'], report);
    checkDistinct(prompts, ['prompts'], report);
    prompts.forEach(({ match }, index) => {
      if (responses.some(({ id }) => id === match)) return;
      report(['prompts', index, 'match'], `no response has the id ${match}; name one of responses`);
    });
  },
);
export type MatchingQuestion = z.infer<typeof MatchingQuestion>;

/** `matches`: prompt id → response id. */
export const MatchingResponse = z.strictObject({ kind: z.literal('matching'), matches: Assigned });
export type MatchingResponse = z.infer<typeof MatchingResponse>;

export const PublishedMatching = z.strictObject({
  kind: z.literal('matching'),
  stem: z.string(),
  prompts: z.array(PublishedOption),
  responses: z.array(PublishedOption),
});
export type PublishedMatching = z.infer<typeof PublishedMatching>;
