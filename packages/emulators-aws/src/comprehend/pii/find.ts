import type { PiiEntityType } from '@aws-sdk/client-comprehend';
import { findPeople } from '../entities/people.ts';
import { findForms, type Span, withoutOverlaps } from '../spans.ts';
import { PII_FORMS } from './forms.ts';

/**
 * Personal data in a text, by its form, its check digits and the words around it; in the order of the text.
 * Offsets are those of JavaScript strings.
 */
export function findPii(text: string): Span<PiiEntityType>[] {
  const people = findPeople(text).map((span): Span<PiiEntityType> => ({ ...span, type: 'NAME' }));
  return withoutOverlaps([...findForms(text, PII_FORMS), ...people]);
}
