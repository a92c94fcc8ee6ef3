import { pageToken, readPageToken } from '../messaging/page-token.ts';
import { invalidToken } from './errors.ts';

const DEFAULT_RESULTS = 100;

/** One page of a list that only grows at its end; the token holds how many were shown. */
export function numberedPage<Item>(
  all: readonly Item[],
  {
    nextToken: token,
    maxResults,
  }: { readonly nextToken?: string | undefined; readonly maxResults?: number | undefined },
): { readonly items: readonly Item[]; readonly next: { nextToken?: string } } {
  const shown = token === undefined ? 0 : readPageToken(token)?.shown;
  if (typeof shown !== 'number' || !Number.isInteger(shown) || shown < 0) throw invalidToken();
  const end = shown + (maxResults || DEFAULT_RESULTS);
  const next = end < all.length ? { nextToken: pageToken({ shown: end }) } : {};
  return { items: all.slice(shown, end), next };
}
