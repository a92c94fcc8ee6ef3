import { pageToken, readPageToken } from '../messaging/page-token.ts';
import { invalidRequest } from './errors.ts';

export interface OffsetPage<Item> {
  readonly items: readonly Item[];
  readonly from: number;
  readonly token: { readonly NextToken?: string };
}

/** One page of a list that only grows at its end, or whose order does not change. Throws InvalidRequestException. */
export function offsetPage<Item>(
  all: readonly Item[],
  {
    NextToken: token,
    MaxResults: limit,
  }: { readonly NextToken?: string | undefined; readonly MaxResults?: number | undefined },
  defaultLimit: number,
): OffsetPage<Item> {
  const from = token === undefined ? 0 : readPageToken(token)?.from;
  if (typeof from !== 'number') throw invalidRequest('NextToken is not valid.');
  const to = from + (limit ?? defaultLimit);
  return { items: all.slice(from, to), from, token: to < all.length ? { NextToken: pageToken({ from: to }) } : {} };
}
