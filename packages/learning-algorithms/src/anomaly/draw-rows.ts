import type { Rng } from '@cairn/kernel';

/** `count` different row numbers below `rows`, in random order (the first steps of a Fisher–Yates shuffle). */
export function drawRows(rows: number, count: number, rng: Rng): number[] {
  const moved = new Map<number, number>(); // only places that differ from the identity: rows may be many
  return Array.from({ length: count }, (_, i) => {
    const pick = i + rng.below(rows - i);
    const row = moved.get(pick) ?? pick;
    moved.set(pick, moved.get(i) ?? i);
    return row;
  });
}
