import { ActiveScreenView } from './active-screen/view.tsx';
import { BuildListView } from './build-list/view.tsx';
import { DragAndDropView } from './drag-and-drop/view.tsx';
import { HotAreaView } from './hot-area/view.tsx';
import { MatchingView } from './matching/view.tsx';
import { MultipleChoiceView } from './multiple-choice/view.tsx';
import { MultipleResponseView } from './multiple-response/view.tsx';
import { MultipleSelectView } from './multiple-select/view.tsx';
import { OrderingView } from './ordering/view.tsx';
import type { SimpleKind } from './simple-types.ts';
import { type View, viewOf } from './view/view-of.tsx';

export const SIMPLE_VIEWS = {
  'multiple-choice': viewOf('multiple-choice', MultipleChoiceView),
  'multiple-response': viewOf('multiple-response', MultipleResponseView),
  'multiple-select': viewOf('multiple-select', MultipleSelectView),
  ordering: viewOf('ordering', OrderingView),
  'build-list': viewOf('build-list', BuildListView),
  matching: viewOf('matching', MatchingView),
  'drag-and-drop': viewOf('drag-and-drop', DragAndDropView),
  'hot-area': viewOf('hot-area', HotAreaView),
  'active-screen': viewOf('active-screen', ActiveScreenView),
} satisfies Record<SimpleKind, View>;
