import { defineAnswering } from '../answering-rules.ts';
import type { MultipleSelectResponse, PublishedMultipleSelect } from './schema.ts';

export const multipleSelectAnswering = defineAnswering<PublishedMultipleSelect, MultipleSelectResponse>({
  kind: 'multiple-select',
  empty: () => ({ kind: 'multiple-select', chosen: [] }),
  isAnswered: ({ choose }, { chosen }) => chosen.length === choose,
});
