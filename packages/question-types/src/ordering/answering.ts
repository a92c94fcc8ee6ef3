import { defineAnswering } from '../answering-rules.ts';
import type { OrderingResponse, PublishedOrdering } from './schema.ts';

export const orderingAnswering = defineAnswering<PublishedOrdering, OrderingResponse>({
  kind: 'ordering',
  empty: () => ({ kind: 'ordering', placed: [] }),
  isAnswered: ({ place }, { placed }) => placed.length === place,
});
