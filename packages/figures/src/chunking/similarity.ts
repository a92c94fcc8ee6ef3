/** Words that carry no topic. */
const STOP = new Set(
  'a about and are as at back be before by can do does for from has have how i if in is it its many my no not of on only or our so such than that the their them then there these they to two us was we what when which with you your'.split(
    ' ',
  ),
);

/** Lower-case words without those that carry no topic; a plural s is dropped, so that "batteries" meets "battery". */
export function termsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.filter((word) => !STOP.has(word)).map(stemOf);
}

function stemOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/**
 * Cosine similarity of a query with every text over tf-idf weights: tf = 1 + ln count, idf = ln(1 + N / df).
 *
 * @returns one number in [0, 1] for each text
 * @see     Salton & Buckley (1988), Information Processing & Management 24(5), 513–523
 */
export function similarities(query: string, texts: readonly string[]): readonly number[] {
  const bags = texts.map((text) => countsOf(termsOf(text)));
  const idf = (term: string) => Math.log(1 + texts.length / Math.max(1, bags.filter((bag) => bag.has(term)).length));
  const weights = (bag: Bag) => new Map([...bag].map(([term, count]) => [term, (1 + Math.log(count)) * idf(term)]));
  const asked = weights(countsOf(termsOf(query)));
  return bags.map((bag) => cosineOf(asked, weights(bag)));
}

type Bag = ReadonlyMap<string, number>;

function countsOf(terms: readonly string[]): Bag {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function cosineOf(a: Bag, b: Bag): number {
  const dot = [...a].reduce((sum, [term, weight]) => sum + weight * (b.get(term) ?? 0), 0);
  const lengths = lengthOf(a) * lengthOf(b);
  return lengths === 0 ? 0 : dot / lengths;
}

const lengthOf = (bag: Bag): number => Math.sqrt([...bag.values()].reduce((sum, weight) => sum + weight ** 2, 0));
