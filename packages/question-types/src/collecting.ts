/** One field of each entry, keeping each entry's own type: a registry's list becomes a union's list of schemas. */
export function eachOf<const Entries extends readonly object[], Field extends keyof Entries[number]>(
  entries: Entries,
  field: Field,
) {
  return entries.map((entry) => (entry as Entries[number])[field]) as unknown as {
    readonly [I in keyof Entries]: Entries[I][Field & keyof Entries[I]]; // map() forgets that this is a tuple
  };
}

/** Entries by their kind. */
export function byKind<const Entry extends { readonly kind: string }>(entries: readonly Entry[]) {
  return Object.fromEntries(entries.map((entry) => [entry.kind, entry])) as {
    readonly [Kind in Entry['kind']]: Extract<Entry, { readonly kind: Kind }>; // keyed by each entry's own kind
  };
}
