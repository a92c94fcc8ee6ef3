import { defineAnswering } from '../answering-rules.ts';
import type { BuildListResponse, PublishedBuildList } from './schema.ts';

export const buildListAnswering = defineAnswering<PublishedBuildList, BuildListResponse>({
  kind: 'build-list',
  empty: () => ({ kind: 'build-list', placed: [] }),
  isAnswered: ({ place }, { placed }) => placed.length === place,
});
