import { assignedParts, inspectAssigned, keyOfSlots, type Slot, whyOfEntries } from '../assignments.ts';
import { publicOptions, type Shuffle } from '../mixing.ts';
import { defineQuestionType, type Option } from '../question-type.ts';
import {
  ActiveScreenQuestion,
  ActiveScreenResponse,
  type Field,
  PublishedActiveScreen,
  type PublishedField,
} from './schema.ts';

const CHECK_BOX = [
  { id: 'checked', text: 'Checked' },
  { id: 'unchecked', text: 'Unchecked' },
];

const settingsOf = (field: Field) => (field.control === 'check-box' ? CHECK_BOX : field.options);

const slots = ({ fields }: ActiveScreenQuestion): Slot[] =>
  fields.map((field) => ({ id: field.id, allowed: settingsOf(field).map(({ id }) => id), key: field.answer }));

function publishField(field: Field, shuffle: Shuffle): PublishedField {
  const { id, label, control } = field;
  if (control === 'check-box') return { id, label, control };
  return { id, label, control, options: publicOptions(field.options, field.fixedOrder, shuffle) };
}

const optionsOfField = (field: Field): Option[] =>
  settingsOf(field).map(({ id, text }) => ({
    group: field.id,
    id,
    text,
    isKey: id === field.answer,
    why: field.why,
  }));

export const activeScreen = defineQuestionType({
  kind: 'active-screen',
  question: ActiveScreenQuestion,
  response: ActiveScreenResponse,
  published: PublishedActiveScreen,
  secret: ['answer', 'why'],
  publish: ({ stem, title, fields }, shuffle) => ({
    kind: 'active-screen' as const,
    stem,
    title,
    fields: fields.map((field) => publishField(field, shuffle)),
  }),
  inspect: (question, { settings }) => inspectAssigned(settings, slots(question)),
  parts: (question, response) => assignedParts(response?.settings ?? {}, slots(question)),
  solution: (question) => ({ kind: 'active-screen' as const, settings: keyOfSlots(slots(question)) }),
  why: ({ fields }) => whyOfEntries(fields),
  stem: ({ stem }) => stem,
  options: ({ fields }) => fields.flatMap(optionsOfField),
});
