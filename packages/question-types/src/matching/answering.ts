import { defineAnswering, hasEach } from '../answering-rules.ts';
import type { MatchingResponse, PublishedMatching } from './schema.ts';

export const matchingAnswering = defineAnswering<PublishedMatching, MatchingResponse>({
  kind: 'matching',
  empty: () => ({ kind: 'matching', matches: {} }),
  isAnswered: ({ prompts }, { matches }) => hasEach(matches, prompts),
});
