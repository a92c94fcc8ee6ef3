import type { LocationFinding } from '../posting.ts';
import { isSpace } from './around.ts';

/** A place without the blanks and signs around it, as it is written. */
export function quoteOf(text: string, start: number, end: number): LocationFinding | undefined {
  let from = start;
  while (from < end && isSpace(text.charCodeAt(from))) from += 1;
  let to = end;
  while (to > from && isTail(text.charCodeAt(to - 1))) to -= 1;
  const written = text.slice(from, to);
  const quote = written.endsWith('.') ? written.replace(/(?<!\b\p{Lu}\.\p{Lu})\.+$/u, '') : written;
  if (quote.length < 2) return undefined;
  const place = UNEVEN.test(quote) ? quote.replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ') : quote;
  return { quote, start: from, end: from + quote.length, place };
}

/** Blanks and the signs * _ , ; that a place does not end with. */
const isTail = (code: number) => code === 42 || code === 95 || code === 44 || code === 59 || isSpace(code);
/** A soft hyphen, two blanks, a blank that is no space. */
const UNEVEN = /\u00ad|\s\s|[^\S ]/;
