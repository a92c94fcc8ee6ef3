import { defineAnswering, hasEach } from '../answering-rules.ts';
import type { HotAreaResponse, PublishedHotArea } from './schema.ts';

function empty({ variant }: PublishedHotArea): HotAreaResponse {
  const kind = 'hot-area';
  return variant === 'regions' ? { kind, variant, chosen: [] } : { kind, variant, answers: {} };
}

function isAnswered(question: PublishedHotArea, response: HotAreaResponse): boolean {
  if (question.variant === 'regions') {
    return response.variant === 'regions' && response.chosen.length === question.choose;
  }
  if (response.variant !== question.variant) return false;
  return hasEach(response.answers, question.variant === 'statements' ? question.statements : question.areas);
}

export const hotAreaAnswering = defineAnswering<PublishedHotArea, HotAreaResponse>({
  kind: 'hot-area',
  empty,
  isAnswered,
});
