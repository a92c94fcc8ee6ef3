import { defineAnswering } from '../answering-rules.ts';
import { simpleAnswering } from '../simple-answering.ts';
import type { CaseStudyResponse, PublishedCaseStudy } from './schema.ts';

export const caseStudyAnswering = defineAnswering<PublishedCaseStudy, CaseStudyResponse>({
  kind: 'case-study',
  empty: () => ({ kind: 'case-study', responses: {} }),
  isAnswered: ({ questions }, { responses }) =>
    questions.every(({ id, question }) =>
      simpleAnswering[question.kind].isAnswered(question, Object.hasOwn(responses, id) ? responses[id] : undefined),
    ),
});
