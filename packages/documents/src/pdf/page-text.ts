/** A run of text as pdf.js gives it; `transform` ends with its position, upwards from the page's foot. */
export type TextRun = {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  readonly transform: readonly number[];
};

/** From line to line, in heights of the letters: 1.2 is usual, 1.5 is wide; more is a new paragraph. */
const PARAGRAPH_GAP = 1.9;

/** Lines of a page, an empty one where the gap is wider than between lines. */
export function pageText(runs: readonly TextRun[]): string {
  const parts: string[] = [];
  let last: { readonly bottom: number; readonly height: number } | undefined;
  let isLineStart = false;
  for (const { str, hasEOL, height, transform } of runs) {
    const bottom = transform[5] ?? 0;
    if (str.trim() !== '') {
      if (isLineStart && last && last.bottom - bottom > PARAGRAPH_GAP * Math.max(last.height, height)) parts.push('\n');
      last = { bottom, height };
      isLineStart = false;
    }
    parts.push(str);
    if (hasEOL) {
      parts.push('\n');
      isLineStart = true;
    }
  }
  return parts
    .join('')
    .replaceAll('\0', '')
    .split('\n')
    .map((line) => line.trimEnd()) // a pattern would look again from each blank of a long run
    .join('\n')
    .trim();
}
