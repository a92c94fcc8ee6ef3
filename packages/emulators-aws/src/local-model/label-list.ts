/** `"low|medium|high"`, `low, high` or `low or high` as a list. */
export function labelsAsked(text: string): readonly string[] {
  const inside = /["'`]?([^"'`]*)/.exec(text.trim())?.[1] ?? '';
  if (!/\||\bor\b/.test(inside)) return [];
  return inside
    .split(/\||,|\bor\b/)
    .map((label) => label.trim())
    .filter((label) => label !== '');
}
