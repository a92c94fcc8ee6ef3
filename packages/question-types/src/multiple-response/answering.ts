import { defineAnswering } from '../answering-rules.ts';
import type { MultipleResponseResponse, PublishedMultipleResponse } from './schema.ts';

export const multipleResponseAnswering = defineAnswering<PublishedMultipleResponse, MultipleResponseResponse>({
  kind: 'multiple-response',
  empty: () => ({ kind: 'multiple-response', chosen: [] }),
  isAnswered: ({ choose }, { chosen }) => chosen.length === choose,
});
