import type { SearchKind } from '@cairn/contract';
import { KINDS } from './search-words.ts';

export type PageSearch = { readonly q?: string; readonly kind?: SearchKind };

/** The server refuses longer ones. */
export const LONGEST_QUERY = 300;

const isKind = (value: unknown): value is SearchKind => typeof value === 'string' && Object.hasOwn(KINDS, value);

/** What nobody wrote is left out, so any address opens the page. The router reads `q=42` as a number. */
export function readPageSearch({ q, kind }: Record<string, unknown>): PageSearch {
  const text = typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, LONGEST_QUERY) : '';
  return { ...(text !== '' && { q: text }), ...(isKind(kind) && { kind }) };
}
