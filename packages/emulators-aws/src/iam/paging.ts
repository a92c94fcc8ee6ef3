import { validationError } from './errors.ts';

export interface PageRequest {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

export interface Page<Item> {
  readonly items: Item[];
  /** The members that every List operation answers beside its items. */
  readonly rest: { IsTruncated: boolean; Marker?: string };
}

const DEFAULT_ITEMS = 100;
const MARKER = /^after:(.*)$/s;

/**
 * One page of `all`, in the order of `keyOf`. A marker holds the last key that was shown, not a place in the list:
 * who deletes what a page shows and asks for the next one misses nothing.
 *
 * @throws ServiceError ValidationError for a marker that this service did not hand out
 */
export function pageOf<Item>(all: Iterable<Item>, keyOf: (item: Item) => string, request: PageRequest): Page<Item> {
  const after = request.Marker === undefined ? undefined : keyIn(request.Marker);
  const sorted = [...all].map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compare(a.key, b.key));
  const left = after === undefined ? sorted : sorted.filter(({ key }) => key > after);
  const shown = left.slice(0, request.MaxItems ?? DEFAULT_ITEMS);
  const last = shown.at(-1);
  const items = shown.map(({ item }) => item);
  if (!last || shown.length === left.length) return { items, rest: { IsTruncated: false } };
  return { items, rest: { IsTruncated: true, Marker: markerAfter(last.key) } };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const markerAfter = (key: string): string => btoa(`after:${encodeURIComponent(key)}`);

function keyIn(marker: string): string {
  const key = MARKER.exec(decoded(marker))?.[1];
  if (key === undefined) throw validationError(`Invalid Marker: ${marker.slice(0, 64)}`);
  return key;
}

function decoded(marker: string): string {
  try {
    return decodeURIComponent(atob(marker));
  } catch {
    return ''; // not base64, so not ours
  }
}
