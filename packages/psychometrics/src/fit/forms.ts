import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';

/** Persons who answered the same items: one booklet of a design with missing answers. */
export type Form = { readonly items: readonly number[]; readonly persons: readonly number[] };

/** Groups persons by the set of items that they answered; those without answers are left out. */
export function formsOf({ persons, items, scores }: Responses): Form[] {
  const forms = new Map<string, { items: number[]; persons: number[] }>();
  for (let person = 0; person < persons; person += 1) {
    let key = '';
    const answered: number[] = [];
    for (let i = 0; i < items; i += 1) {
      if (scores[person * items + i] === NOT_PRESENTED) continue;
      answered.push(i);
      key += `${i},`;
    }
    const form = forms.get(key) ?? { items: answered, persons: [] };
    form.persons.push(person);
    forms.set(key, form);
  }
  return [...forms.values()].filter((form) => form.items.length > 0);
}
