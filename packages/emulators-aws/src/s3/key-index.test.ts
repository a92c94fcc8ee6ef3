import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKeys, forgetKey, rememberKey, sortedKeys } from './key-index.ts';
import { type Listed, walkKeys } from './listing.ts';

const keys = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }));
/** Few letters, so that prefixes are often shared and delimiters often met. */
const paths = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '/'), minLength: 1, maxLength: 5 }));
const inBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function add(entries: Map<string, number>, key: string): void {
  if (!entries.has(key)) rememberKey(entries, key);
  entries.set(key, 1);
}

function remove(entries: Map<string, number>, key: string): void {
  if (entries.delete(key)) forgetKey(entries, key);
}

describe('the index of keys', () => {
  it('orders as the bytes of UTF-8 do', () => {
    fc.assert(
      fc.property(keys, (all) => {
        expect([...all].sort(compareKeys)).toEqual([...all].sort(inBytes));
      }),
    );
  });

  it('follows every change of its map', () => {
    const step = fc.tuple(fc.boolean(), fc.constantFrom('a', 'b', 'c', 'd'), fc.boolean());
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const entries = new Map<string, number>();
        for (const [isAdded, key, isRead] of steps) {
          if (isAdded) add(entries, key);
          else remove(entries, key);
          if (isRead) expect(sortedKeys(entries)).toEqual([...entries.keys()].sort());
        }
        expect(sortedKeys(entries)).toEqual([...entries.keys()].sort());
      }),
    );
  });
});

/** A listing, the slow and plain way: S3 user guide, "Organizing objects using prefixes". */
function plainListing(all: readonly string[], prefix: string, delimiter: string): string[] {
  const names = all
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
      return end < 0 ? key : `${key.slice(0, end + delimiter.length)} …`;
    });
  return [...new Set(names)].sort();
}

describe('a walk over keys', () => {
  const shown = (listed: Iterable<Listed>) =>
    [...listed].map(({ kind, name }) => (kind === 'key' ? name : `${name} …`));
  const prefixes = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 2 });

  it('lists what a plain filter lists', () => {
    fc.assert(
      fc.property(paths, prefixes, fc.constantFrom('', '/', 'ab'), (some, prefix, delimiter) => {
        const all = [...new Set(some)].sort();
        const walk = walkKeys(all, { prefix, delimiter, after: '', isShown: () => true });

        expect(shown(walk).sort()).toEqual(plainListing(all, prefix, delimiter));
      }),
    );
  });

  it('gives the same in pages of any size as at once', () => {
    fc.assert(
      fc.property(
        paths,
        prefixes,
        fc.constantFrom('', '/'),
        fc.integer({ min: 1, max: 3 }),
        (some, prefix, delimiter, size) => {
          const all = [...new Set(some)].sort();
          const hidden = new Set(all.filter((_, index) => index % 3 === 1));
          const walk = (after: string) =>
            walkKeys(all, { prefix, delimiter, after, isShown: (key) => !hidden.has(key) });
          const paged: Listed[] = [];
          for (
            let page = [...walk('')].slice(0, size);
            page.length > 0;
            page = [...walk(paged.at(-1)?.name ?? '')].slice(0, size)
          ) {
            paged.push(...page);
          }

          expect(shown(paged)).toEqual(shown(walk('')));
        },
      ),
    );
  });
});
