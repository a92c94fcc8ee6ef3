/** Words of three letters and more, in lower case. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

/** Mean share of words that an option has in common with each of the others, in [0, 1]. */
export function likeness(option: { readonly text: string }, options: readonly { readonly text: string }[]): number {
  const own = wordsOf(option.text);
  const others = options.filter((other) => other !== option);
  const shares = others.map(({ text }) => {
    const words = wordsOf(text);
    const shared = [...own].filter((word) => words.has(word)).length;
    return shared / Math.max(1, own.size + words.size - shared);
  });
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}
