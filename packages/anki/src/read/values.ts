import type { SqlValue } from 'sql.js';

/** A whole number, or undefined for whatever else stands in the column. */
export function whole(value: SqlValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text of a column that was read as bytes; SQLite itself would end it at its first zero. */
export function textOf(value: SqlValue | undefined): { readonly text: string; readonly isBroken: boolean } {
  if (!(value instanceof Uint8Array)) return { text: typeof value === 'string' ? value : '', isBroken: false };
  try {
    return { text: strict.decode(value), isBroken: false };
  } catch {
    return { text: lenient.decode(value), isBroken: true }; // told to the person by whoever asked
  }
}
