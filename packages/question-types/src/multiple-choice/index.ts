import { inspectChosen, isExactly, keysOf, optionsOfChoices, publishChoices, whyOfChoices } from '../choices.ts';
import { wholePart } from '../grade.ts';
import { defineQuestionType } from '../question-type.ts';
import { MultipleChoiceQuestion, MultipleChoiceResponse, PublishedMultipleChoice } from './schema.ts';

export const multipleChoice = defineQuestionType({
  kind: 'multiple-choice',
  question: MultipleChoiceQuestion,
  response: MultipleChoiceResponse,
  published: PublishedMultipleChoice,
  secret: ['correct', 'why'],
  publish: (question, shuffle) => ({ kind: 'multiple-choice' as const, ...publishChoices(question, shuffle) }),
  inspect: (question, { chosen }) => inspectChosen(chosen, question.choices, 1),
  parts: (question, response) => wholePart(isExactly(response?.chosen ?? [], keysOf(question))),
  solution: (question) => ({ kind: 'multiple-choice' as const, chosen: keysOf(question) }),
  why: whyOfChoices,
  stem: ({ stem }) => stem,
  options: optionsOfChoices,
});
