/**
 * Highlights are kept as the exact words that were selected, not as positions: options are shuffled, texts reflow, and
 * a selection over two paragraphs has line breaks that the text nodes lack. So words are matched without white space.
 */
export type Point = { readonly chunk: number; readonly offset: number };
export type Found = { readonly start: Point; readonly end: Point };

export const MAX_PASSAGE = 2000;
export const MAX_PASSAGES = 50;

type Letters = { readonly text: string; readonly points: readonly Point[] };

function lettersOf(chunks: readonly string[]): Letters {
  let text = '';
  const points: Point[] = [];
  chunks.forEach((chunk, index) => {
    for (let offset = 0; offset < chunk.length; offset += 1) {
      const letter = chunk.charAt(offset);
      if (/\s/.test(letter)) continue;
      text += letter;
      points.push({ chunk: index, offset });
    }
  });
  return { text, points };
}

/** Every place where one of the passages stands in the text whose nodes hold `chunks`, in order. */
export function findPassages(chunks: readonly string[], passages: readonly string[]): readonly Found[] {
  const { text, points } = lettersOf(chunks);
  return passages.flatMap((passage) => {
    const wanted = passage.replace(/\s+/g, '');
    const found: Found[] = [];
    if (wanted === '') return found;
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      const start = points[at];
      const last = points[at + wanted.length - 1];
      if (start && last) found.push({ start, end: { chunk: last.chunk, offset: last.offset + 1 } });
    }
    return found;
  });
}

/** Sentences of a text, for those who highlight by keyboard. */
export function sentencesOf(text: string): readonly string[] {
  const parts = text.split(/\n+|(?<=[.?!:])\s+/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part.length > 2 && part.length <= MAX_PASSAGE))];
}
