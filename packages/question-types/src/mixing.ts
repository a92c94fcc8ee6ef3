/** Puts values in another order. Seeded by the caller, so that a resumed attempt shows the same order. */
export type Shuffle = <T>(values: readonly T[]) => T[];

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Shuffled from a neutral order. Authored order may be the key (a sequence), and who guesses the seed can undo a
 * shuffle; after sorting by id there is nothing left to undo.
 */
export function mixed<T extends { readonly id: string }>(values: readonly T[], shuffle: Shuffle): T[] {
  return shuffle([...values].sort(byId));
}

export const publicOption = ({ id, text }: { readonly id: string; readonly text: string }) => ({ id, text });

/** Options as a browser sees them: in authored order if that is fixed, else mixed. */
export function publicOptions(
  options: readonly { readonly id: string; readonly text: string }[],
  fixedOrder: boolean | undefined,
  shuffle: Shuffle,
): { id: string; text: string }[] {
  return (fixedOrder === true ? [...options] : mixed(options, shuffle)).map(publicOption);
}
