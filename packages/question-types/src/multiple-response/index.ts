import { inspectChosen, isExactly, keysOf, optionsOfChoices, publishChoices, whyOfChoices } from '../choices.ts';
import { wholePart } from '../grade.ts';
import { defineQuestionType } from '../question-type.ts';
import { MultipleResponseQuestion, MultipleResponseResponse, PublishedMultipleResponse } from './schema.ts';

export const multipleResponse = defineQuestionType({
  kind: 'multiple-response',
  question: MultipleResponseQuestion,
  response: MultipleResponseResponse,
  published: PublishedMultipleResponse,
  secret: ['correct', 'why'],
  publish: (question, shuffle) => ({ kind: 'multiple-response' as const, ...publishChoices(question, shuffle) }),
  inspect: (question, { chosen }) => inspectChosen(chosen, question.choices, keysOf(question).length),
  parts: (question, response) => wholePart(isExactly(response?.chosen ?? [], keysOf(question))),
  solution: (question) => ({ kind: 'multiple-response' as const, chosen: keysOf(question) }),
  why: whyOfChoices,
  stem: ({ stem }) => stem,
  options: optionsOfChoices,
});
