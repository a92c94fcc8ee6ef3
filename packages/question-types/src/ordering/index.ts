import { wholePart } from '../grade.ts';
import { defineQuestionType } from '../question-type.ts';
import { inspectPlaced, optionsOfSteps, placedParts, publishSequence, sequenceIds, whyOfSteps } from '../sequences.ts';
import { OrderingQuestion, OrderingResponse, PublishedOrdering } from './schema.ts';

export const ordering = defineQuestionType({
  kind: 'ordering',
  question: OrderingQuestion,
  response: OrderingResponse,
  published: PublishedOrdering,
  secret: ['sequence', 'extras', 'why'],
  publish: (question, shuffle) => ({ kind: 'ordering' as const, ...publishSequence(question, shuffle) }),
  inspect: (question, { placed }) => inspectPlaced(question, placed),
  parts: (question, response) =>
    wholePart(placedParts(question, response?.placed ?? []).every(({ correct }) => correct)),
  solution: (question) => ({ kind: 'ordering' as const, placed: sequenceIds(question) }),
  why: whyOfSteps,
  stem: ({ stem }) => stem,
  options: optionsOfSteps,
});
