import { assignedTo } from './answering-rules.ts';
import { incomplete, invalid } from './grade.ts';
import type { Part, Ungraded } from './grade-schema.ts';

/** A place that takes one of several values: a prompt, target, row, drop-down or field. */
export type Slot = { readonly id: string; readonly allowed: readonly string[]; readonly key: string };

type Given = Readonly<Record<string, string>>;

export function inspectAssigned(given: Given, slots: readonly Slot[]): Ungraded | undefined {
  for (const [id, value] of Object.entries(given)) {
    const slot = slots.find((candidate) => candidate.id === id);
    if (slot === undefined) return invalid(`${id} is no part of this question`);
    if (!slot.allowed.includes(value)) return invalid(`${value} is no option of ${id}`);
  }
  const open = slots.filter(({ id }) => assignedTo(given, id) === undefined).length;
  return open === 0 ? undefined : incomplete(`Answer all ${slots.length} parts: ${open} left.`);
}

export const assignedParts = (given: Given, slots: readonly Slot[]): Part[] =>
  slots.map(({ id, key }) => ({ id, correct: assignedTo(given, id) === key }));

export const keyOfSlots = (slots: readonly Slot[]): Record<string, string> =>
  Object.fromEntries(slots.map(({ id, key }) => [id, key]));

export const whyOfEntries = (
  entries: readonly { readonly id: string; readonly why: string }[],
): Record<string, string> => Object.fromEntries(entries.map(({ id, why }) => [id, why]));
