/** A word of a text. Offsets are those of JavaScript strings. */
export interface Token {
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text; `don't`, `e-mail` and `3.5` are one each. */
export function tokenize(text: string): Token[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index: start }) => ({
    text: word,
    lower: word.toLowerCase().replaceAll('’', "'"),
    start,
    end: start + word.length,
  }));
}

/**
 * Offsets as Comprehend counts them, in code points: a function from offsets of JavaScript strings, which count an
 * emoji twice.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  const wideBefore = new Uint32Array(text.length + 1);
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) wideBefore[index + 2] = 1;
  for (let at = 1; at < wideBefore.length; at++) wideBefore[at] = (wideBefore[at] ?? 0) + (wideBefore[at - 1] ?? 0);
  return (offset) => offset - (wideBefore[offset] ?? 0);
}
