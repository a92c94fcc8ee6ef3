import { namedPage } from '../messaging/page-token.ts';
import { invalidParameter } from './errors.ts';

const MOST_ITEMS = 50;

/** One page of `all` by name; `next` holds the marker, when there is more. */
export function markedPage<Item>(
  all: Iterable<Item>,
  nameOf: (item: Item) => string,
  { Marker, MaxItems }: { readonly Marker?: string | undefined; readonly MaxItems?: number | undefined },
): { readonly items: readonly Item[]; readonly next: { NextMarker?: string } } {
  const limit = Math.min(MaxItems ?? MOST_ITEMS, MOST_ITEMS);
  const refuse = () => invalidParameter('The Marker is not one that this service gave out.');
  const { items, nextToken } = namedPage(all, nameOf, { token: Marker || undefined, limit }, refuse);
  return { items, next: nextToken === undefined ? {} : { NextMarker: nextToken } };
}
