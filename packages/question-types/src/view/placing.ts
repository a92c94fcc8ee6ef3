/** Moves on an ordered list of ids. Each gives a new list and leaves the old one alone. */

/** Puts `id` at `position` (0 is first), taking it from where it was; a full list takes no newcomer. */
export function placedAt(placed: readonly string[], id: string, position: number, places: number): string[] {
  const others = placed.filter((other) => other !== id);
  if (others.length >= places) return [...placed];
  const at = Math.max(0, Math.min(position, others.length));
  return [...others.slice(0, at), id, ...others.slice(at)];
}

export const without = (placed: readonly string[], id: string): string[] => placed.filter((other) => other !== id);
