/** Something found in a text. Offsets are those of JavaScript strings. */
export interface Span<Type extends string> {
  readonly type: Type;
  readonly start: number;
  readonly end: number;
  /** How sure, in [0, 1]. */
  readonly score: number;
}

/** A form that things of a type have. The first group that took part is the thing; without groups, the whole. */
export interface Form<Type extends string> {
  readonly type: Type;
  /** With the flag `d` when it has groups, and always with `g`. */
  readonly pattern: RegExp;
  readonly score: number;
  /** Rules out what only looks alike. */
  readonly isReal?: (text: string) => boolean;
}

/** All places of the forms in a text, overlaps included. */
export function findForms<Type extends string>(text: string, forms: readonly Form<Type>[]): Span<Type>[] {
  return forms.flatMap(({ type, pattern, score, isReal }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = match.indices?.slice(1).find((range) => range !== undefined) ?? [
        match.index,
        match.index + match[0].length,
      ];
      const isFound = end > start && (isReal?.(text.slice(start, end)) ?? true);
      return isFound ? [{ type, start, end, score }] : [];
    }),
  );
}

/** Of spans that overlap the surest stays, then the longest; in the order of the text. */
export function withoutOverlaps<Type extends string>(spans: readonly Span<Type>[]): Span<Type>[] {
  const length = ({ start, end }: Span<Type>) => end - start;
  const taken = new Uint8Array(spans.reduce((most, { end }) => Math.max(most, end), 0));
  const kept: Span<Type>[] = [];
  for (const span of [...spans].sort((a, b) => b.score - a.score || length(b) - length(a) || a.start - b.start)) {
    if (taken.subarray(span.start, span.end).includes(1)) continue;
    taken.fill(1, span.start, span.end);
    kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}
