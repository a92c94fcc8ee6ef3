/** Where the boxes and arrows of an architecture picture lie, in pixels. */

export type Place = { readonly x: number; readonly y: number };
export type Box = Place & { readonly width: number; readonly height: number };
export type Frame = { readonly width: number; readonly height: number };

const BOX_HEIGHT = 56;
const GAP = 5;

/** The centre of a node that is placed in percent, kept so far from the border that its whole box is seen. */
export function boxOf({ x, y }: Place, frame: Frame): Box {
  const width = Math.min(156, Math.max(96, frame.width * 0.175));
  return {
    x: within((x / 100) * frame.width, width / 2 + 2, frame.width),
    y: within((y / 100) * frame.height, BOX_HEIGHT / 2 + 2, frame.height),
    width,
    height: BOX_HEIGHT,
  };
}

function within(value: number, margin: number, size: number): number {
  return Math.min(Math.max(value, margin), size - margin);
}

/** `label` is where its words are centred. */
export type Line = { readonly from: Place; readonly to: Place; readonly label: Place };

const LETTER_WIDTH = 6.2;

/** From border to border along the line between two centres. Words that find no room between the boxes stand above. */
export function lineBetween(from: Box, to: Box, words = ''): Line {
  const start = leave(from, to);
  const end = leave(to, from);
  const label = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 + 4 };
  const isLevel = Math.abs(to.y - from.y) < BOX_HEIGHT;
  const hasRoom = Math.abs(end.x - start.x) > words.length * LETTER_WIDTH + 8;
  return { from: start, to: end, label: isLevel && !hasRoom ? { ...label, y: label.y - BOX_HEIGHT / 2 - 10 } : label };
}

function leave(box: Box, towards: Place): Place {
  const dx = towards.x - box.x;
  const dy = towards.y - box.y;
  if (dx === 0 && dy === 0) return { x: box.x, y: box.y };
  const across = dx === 0 ? Number.POSITIVE_INFINITY : (box.width / 2 + GAP) / Math.abs(dx);
  const down = dy === 0 ? Number.POSITIVE_INFINITY : (box.height / 2 + GAP) / Math.abs(dy);
  const share = Math.min(across, down, 0.5);
  return { x: box.x + dx * share, y: box.y + dy * share };
}

/** One or two lines of at most `most` letters; what does not fit ends with an ellipsis. */
export function twoLines(text: string, most: number): readonly string[] {
  if (text.length <= most) return [text];
  const at = breakOf(text, most);
  const rest = text.slice(at).trim();
  return [text.slice(0, at).trim(), rest.length <= most ? rest : `${rest.slice(0, most - 1)}…`];
}

/** Behind the last mark that names are joined with, or anywhere. */
function breakOf(text: string, most: number): number {
  const mark = Math.max(...[' ', '-', '_', '/', '.'].map((one) => text.lastIndexOf(one, most - 1)));
  return mark > 0 ? mark + 1 : most;
}
