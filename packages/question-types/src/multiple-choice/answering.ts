import { defineAnswering } from '../answering-rules.ts';
import type { MultipleChoiceResponse, PublishedMultipleChoice } from './schema.ts';

export const multipleChoiceAnswering = defineAnswering<PublishedMultipleChoice, MultipleChoiceResponse>({
  kind: 'multiple-choice',
  empty: () => ({ kind: 'multiple-choice', chosen: [] }),
  isAnswered: ({ choose }, { chosen }) => chosen.length === choose,
});
