import type { EntityType } from '@aws-sdk/client-comprehend';
import { type Form, findForms, type Span, withoutOverlaps } from '../spans.ts';
import { DATE_FORMS } from './dates.ts';
import { findNames } from './names.ts';
import { findPeople } from './people.ts';
import { QUANTITY_FORMS } from './quantities.ts';

const OTHER_FORMS: readonly Form<EntityType>[] = [
  { type: 'OTHER', score: 0.999, pattern: /(?<![\w.+-])[\w.+-]{0,63}\w@\w[\w-]{0,62}(?:\.\w[\w-]{0,62})+/g },
  { type: 'OTHER', score: 0.999, pattern: /\b(?:https?:\/\/|www\.)[^\s<>"')\]]*[^\s<>"')\].,;:!?]/gi },
  {
    type: 'OTHER',
    score: 0.997,
    pattern: /(?<![\w(-])(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])/g,
  },
  { type: 'OTHER', score: 0.9, pattern: /(?<![\w&])[#@]\w{2,}/g },
  {
    type: 'TITLE',
    score: 0.94,
    pattern: /(?<=["“])\p{Lu}[\p{L}']*(?: (?:of|the|and|a|in|to|\p{Lu}[\p{L}']*))*(?=["”])/gu,
  },
];

/** Entities of an English text in its order: dates and quantities by their form, names by lists and signs. */
export function findEntities(text: string): Span<EntityType>[] {
  const forms: readonly Form<EntityType>[] = [...DATE_FORMS, ...QUANTITY_FORMS, ...OTHER_FORMS];
  return withoutOverlaps<EntityType>([...findForms(text, forms), ...findPeople(text), ...findNames(text)]);
}
