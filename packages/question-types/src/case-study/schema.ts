import { z } from 'zod';
import { checkDistinct, checked, GivenId, Id, Label, Stem } from '../fields.ts';
import { PublishedSimple, SimpleQuestion, SimpleResponse } from '../simple-types.ts';

const Tab = z.strictObject({ id: Id, title: Label, text: Stem });

const CaseQuestion = z.strictObject({
  id: Id,
  tasks: z.array(z.string().min(1).max(80)).min(1, 'name the task it measures').max(5).describe('Its own tasks.'),
  angoff: z
    .number()
    .gt(0, 'angoff lies between 0 and 1')
    .lt(1, 'angoff lies between 0 and 1')
    .describe('Chance that a just-passing candidate answers it correctly.'),
  question: SimpleQuestion,
});

export const CaseStudyQuestion = checked(
  z.strictObject({
    kind: z.literal('case-study'),
    title: Label,
    tabs: z.array(Tab).min(1).max(10),
    questions: z.array(CaseQuestion).min(2, 'a case study asks two or more questions').max(10),
  }),
  ({ tabs, questions }, report) => {
    checkDistinct(tabs, ['tabs'], report);
    checkDistinct(
      questions.map(({ id }) => ({ id })),
      ['questions'],
      report,
    );
  },
);
export type CaseStudyQuestion = z.infer<typeof CaseStudyQuestion>;

/** `responses`: question id → its response. */
export const CaseStudyResponse = z.strictObject({
  kind: z.literal('case-study'),
  responses: z
    .record(GivenId, SimpleResponse)
    .refine((given) => Object.keys(given).length <= 20, 'has more than 20 entries'),
});
export type CaseStudyResponse = z.infer<typeof CaseStudyResponse>;

export const PublishedCaseStudy = z.strictObject({
  kind: z.literal('case-study'),
  title: z.string(),
  tabs: z.array(z.strictObject({ id: z.string(), title: z.string(), text: z.string() })),
  questions: z.array(z.strictObject({ id: z.string(), question: PublishedSimple })),
});
export type PublishedCaseStudy = z.infer<typeof PublishedCaseStudy>;
