import { lexiconLines, once } from '../lexicons.ts';

export type NameKind = 'first' | 'last' | 'place' | 'organization' | 'item' | 'event';

/** Names by their kind; of several words too. */
export const gazetteer = once((): Readonly<Record<NameKind, ReadonlySet<string>>> => {
  const kinds = { first: new Set<string>(), last: new Set<string>(), place: new Set<string>() };
  const things = { organization: new Set<string>(), item: new Set<string>(), event: new Set<string>() };
  const all: Readonly<Record<NameKind, Set<string>>> = { ...kinds, ...things };
  for (const line of lexiconLines('names.txt')) {
    const [kind = '', names = ''] = line.split(': ');
    if (isKind(kind, all)) for (const name of names.split(', ')) all[kind].add(name);
  }
  return all;
});

const isKind = (kind: string, all: object): kind is NameKind => Object.hasOwn(all, kind);
