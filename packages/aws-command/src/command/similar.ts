const CLOSE_ENOUGH = 0.8;
const MOST_NAMES = 3;

/** The names most like `word`, best first: Python's `difflib.get_close_matches`, which the AWS CLI asks. */
export function similarNames(word: string, names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, score: likeness(name, word) }))
    .filter(({ score }) => score >= CLOSE_ENOUGH)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? 1 : -1))
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}

/** Ratcliff and Obershelp: twice the matching letters over all letters, in [0, 1]. */
function likeness(a: string, b: string): number {
  const letters = a.length + b.length;
  if (letters === 0) return 1;
  if (2 * Math.min(a.length, b.length) < CLOSE_ENOUGH * letters) return 0;
  return (2 * matching(a, b)) / letters;
}

function matching(a: string, b: string): number {
  const { atA, atB, size } = longestCommon(a, b);
  if (size === 0) return 0;
  return size + matching(a.slice(0, atA), b.slice(0, atB)) + matching(a.slice(atA + size), b.slice(atB + size));
}

function longestCommon(a: string, b: string): { readonly atA: number; readonly atB: number; readonly size: number } {
  let best = { atA: 0, atB: 0, size: 0 };
  let previous: number[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const row: number[] = [];
    for (let j = 0; j < b.length; j += 1) {
      const size = a[i] === b[j] ? (previous[j - 1] ?? 0) + 1 : 0;
      row.push(size);
      if (size > best.size) best = { atA: i - size + 1, atB: j - size + 1, size };
    }
    previous = row;
  }
  return best;
}
