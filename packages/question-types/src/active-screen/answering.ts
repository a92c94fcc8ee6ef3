import { defineAnswering, hasEach } from '../answering-rules.ts';
import type { ActiveScreenResponse, PublishedActiveScreen } from './schema.ts';

export const activeScreenAnswering = defineAnswering<PublishedActiveScreen, ActiveScreenResponse>({
  kind: 'active-screen',
  empty: () => ({ kind: 'active-screen', settings: {} }),
  isAnswered: ({ fields }, { settings }) => hasEach(settings, fields),
});
