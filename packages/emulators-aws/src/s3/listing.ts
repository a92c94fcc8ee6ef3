import { invalidArgument } from './errors.ts';
import { compareKeys, firstIndex } from './key-index.ts';

/** What a listing shows, in S3's order: a key, or all keys up to a delimiter rolled into one. */
export type Listed = { readonly kind: 'key' | 'prefix'; readonly name: string };

export interface ListingOptions {
  readonly prefix: string;
  /** Empty: nothing is rolled up. */
  readonly delimiter: string;
  /** The listing begins after this key or common prefix. */
  readonly after: string;
  /** Keys that do not count, such as ones behind a delete marker. */
  readonly isShown: (key: string) => boolean;
}

/** Walks `keys`, which must be sorted, without looking at what lies outside the prefix or under a prefix rolled up. */
export function* walkKeys(
  keys: readonly string[],
  { prefix, delimiter, after, isShown }: ListingOptions,
): Generator<Listed> {
  const from = compareKeys(after, prefix) < 0 ? prefix : after;
  let index = firstIndex(keys, (key) => compareKeys(key, from) >= 0);
  for (let key = keys[index]; key?.startsWith(prefix); key = keys[index]) {
    const common = commonPrefix(key, prefix, delimiter);
    const isWanted = common !== after && key !== after && isShown(key);
    if (isWanted) yield common === undefined ? { kind: 'key', name: key } : { kind: 'prefix', name: common };
    // A prefix is passed over as a whole once it has been listed, now or on the page before.
    const isDone = common !== undefined && (isWanted || common === after);
    index = isDone ? endOf(keys, common, index) : index + 1;
  }
}

function commonPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

/** First index after all keys with a prefix; they stand together. */
const endOf = (keys: readonly string[], prefix: string, from: number): number =>
  firstIndex(keys, (key) => !key.startsWith(prefix), from);

export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly isTruncated: boolean;
}

/** The first `most` of `entries`; looks one further to tell whether there are more. */
export function firstPage<Entry>(entries: Iterable<Entry>, most: number): Page<Entry> {
  const taken: Entry[] = [];
  if (most === 0) return { entries: taken, isTruncated: false };
  for (const entry of entries) {
    if (taken.length === most) return { entries: taken, isTruncated: true };
    taken.push(entry);
  }
  return { entries: taken, isTruncated: false };
}

const MOST_PER_PAGE = 1000;

/** S3 answers at most 1,000 entries a page, whatever is asked. */
export function pageSize(asked: number | undefined, name: string): number {
  if (asked === undefined) return MOST_PER_PAGE;
  if (asked < 0 || asked > 2 ** 31 - 1)
    throw invalidArgument(`Argument ${name} must be an integer between 0 and 2147483647`, name, String(asked));
  return Math.min(asked, MOST_PER_PAGE);
}

/** Encodes names for `EncodingType: url`, which lets XML carry any key. */
export function nameEncoder(encodingType: string | undefined): (name: string) => string {
  if (encodingType === undefined) return (name) => name;
  if (encodingType !== 'url')
    throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', encodingType);
  return (name) =>
    encodeURIComponent(name)
      .replaceAll('%2F', '/')
      .replaceAll('%20', '+')
      .replace(/[!'()]/g, percent);
}

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;

/** Continuation tokens say where the last page ended; opaque to clients. */
export const tokenOf = (lastName: string): string => Buffer.from(`1/${lastName}`).toString('base64');

export function parseToken(token: string): string {
  const text = Buffer.from(token, 'base64').toString('utf8');
  if (!text.startsWith('1/'))
    throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
  return text.slice(2);
}
