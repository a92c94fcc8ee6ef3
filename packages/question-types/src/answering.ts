import type { Answering } from './answering-rules.ts';
import { caseStudyAnswering } from './case-study/answering.ts';
import type { Published, QuestionKind, Response } from './registry.ts';
import { simpleAnswering } from './simple-answering.ts';
import { solutionSeriesAnswering } from './solution-series/answering.ts';

/** Runs in a browser: this file and what it imports pull in no schema and no key. */
const ANSWERING = {
  ...simpleAnswering,
  'solution-series': solutionSeriesAnswering,
  'case-study': caseStudyAnswering,
} satisfies { readonly [Kind in QuestionKind]: Answering<Extract<Response, { kind: Kind }>> };

/** The response of somebody who has not begun. */
export const emptyResponse = (question: Published): Response => ANSWERING[question.kind].empty(question);

/** Complete enough to count as answered. Nothing given, or a response of another kind, is not. */
export const isAnswered = (question: Published, response: Response | undefined): boolean =>
  ANSWERING[question.kind].isAnswered(question, response);
