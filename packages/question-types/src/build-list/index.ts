import { defineQuestionType } from '../question-type.ts';
import { inspectPlaced, optionsOfSteps, placedParts, publishSequence, sequenceIds, whyOfSteps } from '../sequences.ts';
import { BuildListQuestion, BuildListResponse, PublishedBuildList } from './schema.ts';

export const buildList = defineQuestionType({
  kind: 'build-list',
  question: BuildListQuestion,
  response: BuildListResponse,
  published: PublishedBuildList,
  secret: ['sequence', 'extras', 'why'],
  publish: (question, shuffle) => ({ kind: 'build-list' as const, ...publishSequence(question, shuffle) }),
  inspect: (question, { placed }) => inspectPlaced(question, placed),
  parts: (question, response) => placedParts(question, response?.placed ?? []),
  solution: (question) => ({ kind: 'build-list' as const, placed: sequenceIds(question) }),
  why: whyOfSteps,
  stem: ({ stem }) => stem,
  options: optionsOfSteps,
});
