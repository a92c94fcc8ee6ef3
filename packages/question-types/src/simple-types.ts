import { z } from 'zod';
import { activeScreen } from './active-screen/index.ts';
import { buildList } from './build-list/index.ts';
import { byKind, eachOf } from './collecting.ts';
import { dragAndDrop } from './drag-and-drop/index.ts';
import { hotArea } from './hot-area/index.ts';
import { matching } from './matching/index.ts';
import { multipleChoice } from './multiple-choice/index.ts';
import { multipleResponse } from './multiple-response/index.ts';
import { multipleSelect } from './multiple-select/index.ts';
import { ordering } from './ordering/index.ts';

/** Kinds that ask one thing. A new kind is one entry here. Only these may stand inside a case study. */
export const SIMPLE_TYPES = [
  multipleChoice,
  multipleResponse,
  multipleSelect,
  ordering,
  buildList,
  matching,
  dragAndDrop,
  hotArea,
  activeScreen,
] as const;

export const simpleTypes = byKind(SIMPLE_TYPES);
export type SimpleKind = keyof typeof simpleTypes;

export const SimpleQuestion = z.discriminatedUnion('kind', eachOf(SIMPLE_TYPES, 'question'), {
  error: `kind is one of ${Object.keys(simpleTypes).join(', ')}`,
});
export type SimpleQuestion = z.infer<typeof SimpleQuestion>;

export const SimpleResponse = z.discriminatedUnion('kind', eachOf(SIMPLE_TYPES, 'response'));
export type SimpleResponse = z.infer<typeof SimpleResponse>;

export const PublishedSimple = z.discriminatedUnion('kind', eachOf(SIMPLE_TYPES, 'published'));
export type PublishedSimple = z.infer<typeof PublishedSimple>;
