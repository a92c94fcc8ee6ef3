import { readFileSync } from 'node:fs';
import { packageFile } from '../places.ts';

/** Lines of one of the package's word lists. Callers keep what they make of them. */
export const lexiconLines = (name: string): readonly string[] =>
  readFileSync(packageFile(`lexicons/${name}`), 'utf8')
    .split('\n')
    .filter(Boolean);

/** Value of `make`, made once: word lists are read when the first text needs them. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
