import { z } from 'zod';
import { caseStudy } from './case-study/index.ts';
import { byKind, eachOf } from './collecting.ts';
import { SIMPLE_TYPES } from './simple-types.ts';
import { solutionSeries } from './solution-series/index.ts';

/** Every kind of question. */
export const QUESTION_TYPES = [...SIMPLE_TYPES, solutionSeries, caseStudy] as const;

export const questionTypes = byKind(QUESTION_TYPES);
export type QuestionKind = keyof typeof questionTypes;

const kinds = Object.keys(questionTypes).join(', ');

/** What an author writes. Holds the key: never leaves the server before the answer counts. */
export const Question = z.discriminatedUnion('kind', eachOf(QUESTION_TYPES, 'question'), {
  error: `kind is one of ${kinds}`,
});
export type Question = z.infer<typeof Question>;

/** What a learner gives. */
export const Response = z.discriminatedUnion('kind', eachOf(QUESTION_TYPES, 'response'), {
  error: `kind is one of ${kinds}`,
});
export type Response = z.infer<typeof Response>;

/** What a browser is given to ask with. */
export const Published = z.discriminatedUnion('kind', eachOf(QUESTION_TYPES, 'published'));
export type Published = z.infer<typeof Published>;

/** What is shown once the answer counts: the key, and a rationale for each option or part by its id. */
export const Reveal = z.strictObject({ solution: Response, why: z.record(z.string(), z.string()) });
export type Reveal = z.infer<typeof Reveal>;
