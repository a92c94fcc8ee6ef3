import type { CardFilter } from './card-requests.ts';

/** Addresses of the card pages. What nobody wrote is left out, so any address opens a page. */

export type ReviewSearch = { readonly exam?: string };

export type BrowseSearch = CardFilter & { readonly page?: number };

const STATES = new Set(['new', 'learning', 'review', 'due', 'suspended']);
const ORIGINS = new Set(['content', 'own', 'missed', 'glossary', 'anki']);

const textOf = (value: unknown, longest = 40): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined;

const oneOf = (value: unknown, known: ReadonlySet<string>): string | undefined =>
  typeof value === 'string' && known.has(value) ? value : undefined;

export function readReviewSearch(search: Record<string, unknown>): ReviewSearch {
  const exam = textOf(search.exam);
  return exam === undefined ? {} : { exam };
}

export function readBrowseSearch(search: Record<string, unknown>): BrowseSearch {
  const page = Number(search.page);
  const found = {
    exam: textOf(search.exam),
    state: oneOf(search.state, STATES),
    origin: oneOf(search.origin, ORIGINS),
    q: textOf(search.q, 100),
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
