const STOP = new Set(
  `a about after against also an and any are as at be because been before being between both but by can could do does
  each for from had has have how if in into is it its may more most much need needs no not of off on once one only or
  other out over own per same should so some such than that the their them then there these they this those through to
  too two under up use used uses using very was were what when where which while who why will with without would you
  your company team application model models data service amazon aws azure microsoft choose want wants`.split(/\s+/),
);

/** A crude stem: plural and common verb endings fall away, so that "retrieves" meets "retrieval" half-way. */
function stemOf(word: string): string {
  return word.length > 5 ? word.replace(/(ations?|ings?|edly|ed|es|s|ly)$/, '') : word.replace(/s$/, '');
}

/** Content words of a text: lower case, no stop words, endings cut. */
export function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/[a-z][a-z0-9-]+/g) ?? []).filter((word) => !STOP.has(word)).map(stemOf);
}

/** What the reader sees, without Markdown marks: lengths are compared on this. */
export function visibleLength(text: string): number {
  return text.replace(/[`*_]/g, '').replace(/\s+/g, ' ').trim().length;
}

/** Shared share of two sets of words, 0 to 1. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
