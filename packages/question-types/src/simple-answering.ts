import { activeScreenAnswering } from './active-screen/answering.ts';
import type { Answering } from './answering-rules.ts';
import { buildListAnswering } from './build-list/answering.ts';
import { dragAndDropAnswering } from './drag-and-drop/answering.ts';
import { hotAreaAnswering } from './hot-area/answering.ts';
import { matchingAnswering } from './matching/answering.ts';
import { multipleChoiceAnswering } from './multiple-choice/answering.ts';
import { multipleResponseAnswering } from './multiple-response/answering.ts';
import { multipleSelectAnswering } from './multiple-select/answering.ts';
import { orderingAnswering } from './ordering/answering.ts';
import type { SimpleKind, SimpleResponse } from './simple-types.ts';

export const simpleAnswering = {
  'multiple-choice': multipleChoiceAnswering,
  'multiple-response': multipleResponseAnswering,
  'multiple-select': multipleSelectAnswering,
  ordering: orderingAnswering,
  'build-list': buildListAnswering,
  matching: matchingAnswering,
  'drag-and-drop': dragAndDropAnswering,
  'hot-area': hotAreaAnswering,
  'active-screen': activeScreenAnswering,
} satisfies { readonly [Kind in SimpleKind]: Answering<Extract<SimpleResponse, { kind: Kind }>> };
