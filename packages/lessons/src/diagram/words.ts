/** Letters of a box's label and of smaller words are about this wide, in pixels, at the sizes they are drawn in. */
export const LETTER = { label: 7.3, small: 6.4 } as const;
export const LINE_HEIGHT = { label: 17, small: 15 } as const;

/** A word up to this long stays whole, though it makes its box wider. */
const WHOLE_WORD = 14;

/** Words in lines of at most `most` letters where a break is possible; a long word is cut behind a joining mark or anywhere. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, most))) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, most: number): string[] {
  if (word.length <= most) return [word];
  const mark = Math.max(...['-', '_', '/', '.'].map((one) => word.lastIndexOf(one, most - 1)));
  if (mark <= 0 && word.length <= WHOLE_WORD) return [word];
  const at = mark > 0 ? mark + 1 : Math.max(most, WHOLE_WORD);
  return [word.slice(0, at), ...pieces(word.slice(at), most)];
}

export const widthOf = (lines: readonly string[], letter: number): number =>
  Math.ceil(Math.max(0, ...lines.map((line) => line.length)) * letter);
