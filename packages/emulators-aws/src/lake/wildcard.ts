/** One place of a pattern: one letter of a kind, or any number of them. */
export interface PatternPart {
  readonly isMany: boolean;
  readonly holds: (letter: string) => boolean;
}

const anyLetter = (): boolean => true;

export const ONE: PatternPart = { isMany: false, holds: anyLetter };
export const MANY: PatternPart = { isMany: true, holds: anyLetter };

export const letters = (text: string): PatternPart[] =>
  [...text].map((own) => ({ isMany: false, holds: (letter) => letter === own }));

/**
 * Whether the whole text meets the pattern. Learners write patterns, so all places are followed at once, in time
 * proportional to text times pattern: a regular expression of JavaScript can be made to take for ever.
 */
export function meets(text: string, parts: readonly PatternPart[]): boolean {
  let places = withSkips(new Set([0]), parts);
  for (const letter of text) {
    const next = new Set<number>();
    for (const place of places) {
      const part = parts[place];
      if (part?.holds(letter)) next.add(part.isMany ? place : place + 1);
    }
    places = withSkips(next, parts);
    if (places.size === 0) return false;
  }
  return places.has(parts.length);
}

/** A place of any number may hold none. */
function withSkips(places: Set<number>, parts: readonly PatternPart[]): Set<number> {
  for (const place of places) if (parts[place]?.isMany) places.add(place + 1);
  return places;
}

/** A set such as `[a-z_]`, or `[^…]` and `[!…]` for all others. */
export function letterSet(inside: string): PatternPart {
  const isNot = /^[\^!]/.test(inside);
  const ranges = [...inside.slice(isNot ? 1 : 0).matchAll(/(.)-(.)|(.)/gs)].map(
    ([, from, to, one = '']) => [from ?? one, to ?? one] as const,
  );
  return { isMany: false, holds: (letter) => ranges.some(([from, to]) => letter >= from && letter <= to) !== isNot };
}

/** SQL's LIKE. */
export const likeParts = (pattern: string): PatternPart[] =>
  [...pattern].flatMap((letter) => (letter === '%' ? MANY : letter === '_' ? ONE : letters(letter)));

/** Hive's SHOW TABLES: `*` for anything. */
export const starParts = (pattern: string): PatternPart[] =>
  [...pattern].flatMap((letter) => (letter === '*' ? MANY : letters(letter)));
