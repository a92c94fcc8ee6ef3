import type { Slot } from '../assignments.ts';
import { publicOptions, type Shuffle } from '../mixing.ts';
import type { Option } from '../question-type.ts';
import type { DropDownsQuestion } from './drop-downs-schema.ts';
import type { PublishedDropDowns } from './schema.ts';

export const publishDropDowns = (
  { stem, language, body, areas }: DropDownsQuestion,
  shuffle: Shuffle,
): PublishedDropDowns => ({
  kind: 'hot-area',
  variant: 'drop-downs',
  stem,
  language,
  body,
  areas: areas.map(({ id, label, options, fixedOrder }) => ({
    id,
    label,
    options: publicOptions(options, fixedOrder, shuffle),
  })),
});

export const dropDownSlots = ({ areas }: DropDownsQuestion): Slot[] =>
  areas.map(({ id, options, answer }) => ({ id, allowed: options.map((option) => option.id), key: answer }));

export const optionsOfDropDowns = ({ areas }: DropDownsQuestion): Option[] =>
  areas.flatMap(({ id: group, options, answer, why }) =>
    options.map(({ id, text }) => ({ group, id, text, isKey: id === answer, why })),
  );
