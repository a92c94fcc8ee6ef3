type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Point = { readonly x: number; readonly y: number };

/** Units of the picture that one letter of a label takes, at the size the labels are drawn in. */
const LETTER_WIDTH = 7.2;

/** Words on lines that fit the width; a word longer than a line has a line of its own. */
export function linesOf(label: string, width: number): string[] {
  const letters = Math.max(4, Math.floor((width - 12) / LETTER_WIDTH));
  const lines: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Where the line from the centre of `box` towards `towards` crosses its edge. */
function edgePoint(box: Box, towards: Point): Point {
  const from = centre(box);
  const dx = towards.x - from.x;
  const dy = towards.y - from.y;
  const reach = Math.max(Math.abs(dx) / (box.width / 2), Math.abs(dy) / (box.height / 2));
  return reach === 0 ? from : { x: from.x + dx / reach, y: from.y + dy / reach };
}

/** An arrow between the edges of two boxes. */
export function arrowBetween(from: Box, to: Box): { readonly start: Point; readonly end: Point } {
  return { start: edgePoint(from, centre(to)), end: edgePoint(to, centre(from)) };
}
