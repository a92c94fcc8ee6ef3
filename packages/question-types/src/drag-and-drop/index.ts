import { assignedParts, inspectAssigned, keyOfSlots, type Slot, whyOfEntries } from '../assignments.ts';
import { invalid } from '../grade.ts';
import { mixed, publicOption } from '../mixing.ts';
import { defineQuestionType } from '../question-type.ts';
import { DragAndDropQuestion, DragAndDropResponse, PublishedDragAndDrop } from './schema.ts';

function slots({ targets, values }: DragAndDropQuestion): Slot[] {
  const allowed = values.map(({ id }) => id);
  return targets.map(({ id, value }) => ({ id, allowed, key: value }));
}

type Placed = DragAndDropResponse['placed'];

/** Where each value may serve once, a value in two places serves in neither. */
function usable({ use }: DragAndDropQuestion, placed: Placed): Placed {
  if (use === 'many') return placed;
  const values = Object.values(placed);
  const once = (value: string) => values.indexOf(value) === values.lastIndexOf(value);
  return Object.fromEntries(Object.entries(placed).filter(([, value]) => once(value)));
}

export const dragAndDrop = defineQuestionType({
  kind: 'drag-and-drop',
  question: DragAndDropQuestion,
  response: DragAndDropResponse,
  published: PublishedDragAndDrop,
  secret: ['value', 'why'],
  publish: ({ stem, use, values, targets }, shuffle) => ({
    kind: 'drag-and-drop' as const,
    stem,
    use,
    values: mixed(values, shuffle).map(publicOption),
    targets: targets.map(({ id, label }) => ({ id, label })),
  }),
  inspect(question, { placed }) {
    const once = Object.keys(usable(question, placed)).length === Object.keys(placed).length;
    if (!once) return invalid('a value is placed twice, but each may be used once');
    return inspectAssigned(placed, slots(question));
  },
  parts: (question, response) => assignedParts(usable(question, response?.placed ?? {}), slots(question)),
  solution: (question) => ({ kind: 'drag-and-drop' as const, placed: keyOfSlots(slots(question)) }),
  why: ({ targets }) => whyOfEntries(targets),
  stem: ({ stem }) => stem,
  options: ({ targets, values }) =>
    targets.flatMap(({ id: group, value, why }) =>
      values.map(({ id, text }) => ({ group, id, text, isKey: id === value, why })),
    ),
});
