/** Ids of all blobs that `values` refer to, however deep: states and snapshots are plain data. */
export function blobIdsIn(values: readonly unknown[]): Set<string> {
  const ids = new Set<string>();
  const seen = new Set<object>();
  const left: unknown[] = [...values];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) continue;
    seen.add(value);
    if ('id' in value && typeof value.id === 'string' && value.id.startsWith('blob-')) ids.add(value.id);
    for (const part of partsOf(value)) left.push(part);
  }
  return ids;
}

function partsOf(value: object): Iterable<unknown> {
  if (value instanceof Map) return [...value.keys(), ...value.values()];
  return value instanceof Set ? value : Object.values(value);
}
