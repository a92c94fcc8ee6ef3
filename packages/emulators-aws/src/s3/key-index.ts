/**
 * The keys of a bucket in the order of their UTF-8 bytes, which is S3's order of listings.
 *
 * State stays a plain Map; the sorted keys are a cache beside it, built when a listing first needs them. Writes only
 * note what changed, so that a put costs nothing here; the next listing merges the notes in one pass.
 */
interface KeyIndex {
  sorted: readonly string[];
  readonly added: Set<string>;
  readonly removed: Set<string>;
}

const indexes = new WeakMap<ReadonlyMap<string, unknown>, KeyIndex>();

/** Tells the index of a key that is new in `entries`. */
export function rememberKey(entries: ReadonlyMap<string, unknown>, key: string): void {
  const index = indexes.get(entries);
  if (index && !index.removed.delete(key)) index.added.add(key);
}

/** Tells the index of a key that was in `entries` and is no more. */
export function forgetKey(entries: ReadonlyMap<string, unknown>, key: string): void {
  const index = indexes.get(entries);
  if (index && !index.added.delete(key)) index.removed.add(key);
}

/** All keys of `entries`, sorted. The array is shared and must not be changed. */
export function sortedKeys(entries: ReadonlyMap<string, unknown>): readonly string[] {
  const known = indexes.get(entries);
  if (!known) {
    const sorted = [...entries.keys()].sort(compareKeys);
    indexes.set(entries, { sorted, added: new Set(), removed: new Set() });
    return sorted;
  }
  if (known.added.size + known.removed.size === 0) return known.sorted;
  const kept = known.removed.size === 0 ? known.sorted : known.sorted.filter((key) => !known.removed.has(key));
  known.sorted = merge(kept, [...known.added].sort(compareKeys));
  known.added.clear();
  known.removed.clear();
  return known.sorted;
}

/** Orders by code point, which is the order of UTF-8 bytes; `<` orders by UTF-16 units, wrong above U+D7FF. */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all other units, so they rank last. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** First index for which `isAfter` holds; it must hold for all later ones. */
export function firstIndex(keys: readonly string[], isAfter: (key: string) => boolean, from = 0): number {
  let low = from;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isAfter(keys[middle] as string))
      high = middle; // middle lies within the array
    else low = middle + 1;
  }
  return low;
}

function merge(a: readonly string[], b: readonly string[]): string[] {
  const merged: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const x = a[i];
    const y = b[j];
    const isFromA = y === undefined || (x !== undefined && compareKeys(x, y) < 0);
    merged.push((isFromA ? x : y) as string); // one of both is there while the loop runs
    if (isFromA) i += 1;
    else j += 1;
  }
  return merged;
}
