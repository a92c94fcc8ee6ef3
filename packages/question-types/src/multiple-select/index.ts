import { chosenParts, inspectChosen, keysOf, optionsOfChoices, publishChoices, whyOfChoices } from '../choices.ts';
import { defineQuestionType } from '../question-type.ts';
import { MultipleSelectQuestion, MultipleSelectResponse, PublishedMultipleSelect } from './schema.ts';

export const multipleSelect = defineQuestionType({
  kind: 'multiple-select',
  question: MultipleSelectQuestion,
  response: MultipleSelectResponse,
  published: PublishedMultipleSelect,
  secret: ['correct', 'why'],
  publish: (question, shuffle) => ({ kind: 'multiple-select' as const, ...publishChoices(question, shuffle) }),
  inspect: (question, { chosen }) => inspectChosen(chosen, question.choices, keysOf(question).length),
  parts: (question, response) => chosenParts(response?.chosen ?? [], keysOf(question)),
  solution: (question) => ({ kind: 'multiple-select' as const, chosen: keysOf(question) }),
  why: whyOfChoices,
  stem: ({ stem }) => stem,
  options: optionsOfChoices,
});
