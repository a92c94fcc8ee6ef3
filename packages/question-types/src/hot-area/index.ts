import { assignedParts, inspectAssigned, keyOfSlots, type Slot, whyOfEntries } from '../assignments.ts';
import { chosenParts, inspectChosen } from '../choices.ts';
import { invalid } from '../grade.ts';
import type { Part, Ungraded } from '../grade-schema.ts';
import { defineQuestionType, type Option } from '../question-type.ts';
import { dropDownSlots, optionsOfDropDowns, publishDropDowns } from './drop-downs.ts';
import type { DropDownsQuestion } from './drop-downs-schema.ts';
import { optionsOfRegions, publishRegions, regionKeys } from './regions.ts';
import { HotAreaQuestion, HotAreaResponse, PublishedHotArea } from './schema.ts';
import { optionsOfStatements, publishStatements, statementSlots } from './statements.ts';
import type { StatementsQuestion } from './statements-schema.ts';

const slots = (question: StatementsQuestion | DropDownsQuestion): Slot[] =>
  question.variant === 'statements' ? statementSlots(question) : dropDownSlots(question);

function inspect(question: HotAreaQuestion, response: HotAreaResponse): Ungraded | undefined {
  if (question.variant === 'regions') {
    if (response.variant !== 'regions') return invalid('choose regions of the picture');
    return inspectChosen(response.chosen, question.regions, regionKeys(question).length);
  }
  if (response.variant !== question.variant) return invalid(`this hot area takes ${question.variant}`);
  return inspectAssigned(response.answers, slots(question));
}

function parts(question: HotAreaQuestion, response: HotAreaResponse | undefined): Part[] {
  if (question.variant === 'regions') {
    return chosenParts(response?.variant === 'regions' ? response.chosen : [], regionKeys(question));
  }
  const given = response?.variant === question.variant ? response.answers : {};
  return assignedParts(given, slots(question));
}

function solution(question: HotAreaQuestion): HotAreaResponse {
  const kind = 'hot-area';
  if (question.variant === 'regions') return { kind, variant: 'regions', chosen: regionKeys(question) };
  return { kind, variant: question.variant, answers: keyOfSlots(slots(question)) };
}

function entries(question: HotAreaQuestion): readonly { readonly id: string; readonly why: string }[] {
  if (question.variant === 'statements') return question.statements;
  return question.variant === 'drop-downs' ? question.areas : question.regions;
}

function options(question: HotAreaQuestion): Option[] {
  if (question.variant === 'statements') return optionsOfStatements(question);
  return question.variant === 'drop-downs' ? optionsOfDropDowns(question) : optionsOfRegions(question);
}

export const hotArea = defineQuestionType({
  kind: 'hot-area',
  question: HotAreaQuestion,
  response: HotAreaResponse,
  published: PublishedHotArea,
  secret: ['answer', 'correct', 'why'],
  publish(question, shuffle) {
    if (question.variant === 'statements') return publishStatements(question);
    return question.variant === 'drop-downs' ? publishDropDowns(question, shuffle) : publishRegions(question);
  },
  inspect,
  parts,
  solution,
  why: (question) => whyOfEntries(entries(question)),
  stem: ({ stem }) => stem,
  options,
});
