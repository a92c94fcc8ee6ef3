import type { Form, Section, Slot } from './form.ts';

/** Every question of a form, in order. */
export const slotsOf = (form: Form): readonly Slot[] => form.sections.flatMap(({ slots }) => slots);

/** A slot, its section and its place there. */
export type Place = { readonly section: Section; readonly slot: Slot; readonly index: number };

export function findPlace(form: Form, slotId: string): Place | undefined {
  for (const section of form.sections) {
    const index = section.slots.findIndex(({ id }) => id === slotId);
    const slot = section.slots[index];
    if (slot !== undefined) return { section, slot, index };
  }
  return undefined;
}
