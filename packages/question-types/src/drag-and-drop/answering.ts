import { defineAnswering, hasEach } from '../answering-rules.ts';
import type { DragAndDropResponse, PublishedDragAndDrop } from './schema.ts';

export const dragAndDropAnswering = defineAnswering<PublishedDragAndDrop, DragAndDropResponse>({
  kind: 'drag-and-drop',
  empty: () => ({ kind: 'drag-and-drop', placed: {} }),
  isAnswered: ({ targets }, { placed }) => hasEach(placed, targets),
});
