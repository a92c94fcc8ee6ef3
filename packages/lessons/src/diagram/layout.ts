import { type Grid, gridOf } from './grid.ts';
import { type Layers, layersOf } from './layers.ts';
import { orderOf } from './order.ts';
import type { Diagram, DiagramArrow } from './parse.ts';
import { type Places, placesOf, SPACE } from './place.ts';
import { ranksOf } from './ranks.ts';
import { type ArrowLine, arrowLines, type Rect, type Spot } from './route.ts';
import { LETTER, LINE_HEIGHT, widthOf, wrapped } from './words.ts';

/** A rectangle by its upper left corner, in pixels. */
export type DiagramRect = Rect;
export type DiagramPoint = Spot;

export type DiagramLayout = {
  readonly direction: 'right' | 'down';
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly (Rect & { readonly id: string; readonly lines: readonly string[] })[];
  readonly frames: readonly (Rect & { readonly name: string })[];
  /** In the order of the diagram's arrows. */
  readonly arrows: readonly (ArrowLine & {
    readonly isBoth: boolean;
    readonly label: (Rect & { readonly lines: readonly string[] }) | undefined;
  })[];
};

type Shape = {
  readonly direction: 'right' | 'down';
  /** Letters of a line in a box. */
  readonly letters: number;
  /** Letters of a line of an arrow's label. */
  readonly labelLetters: number;
  /** Boxes beside one another, where the direction is down. */
  readonly most: number;
};

/** From the shape that reads best to the narrowest. */
const SHAPES: readonly Shape[] = [
  { direction: 'right', letters: 18, labelLetters: 13, most: Number.POSITIVE_INFINITY },
  { direction: 'right', letters: 12, labelLetters: 13, most: Number.POSITIVE_INFINITY },
  { direction: 'down', letters: 18, labelLetters: 18, most: Number.POSITIVE_INFINITY },
  { direction: 'down', letters: 13, labelLetters: 14, most: Number.POSITIVE_INFINITY },
  { direction: 'down', letters: 13, labelLetters: 14, most: 3 },
  { direction: 'down', letters: 11, labelLetters: 11, most: Number.POSITIVE_INFINITY },
  { direction: 'down', letters: 13, labelLetters: 14, most: 2 },
  { direction: 'down', letters: 10, labelLetters: 10, most: 2 },
  { direction: 'right', letters: 9, labelLetters: 8, most: Number.POSITIVE_INFINITY },
  { direction: 'down', letters: 10, labelLetters: 10, most: 1 },
];

/**
 * Where everything of a diagram lies: in layers from left to right, or from top to bottom where the place is too narrow
 * for that. No two boxes, frames' borders or labels overlap.
 *
 * @param room width of the place in pixels; what cannot be that narrow comes as narrow as it can be
 */
export function layoutDiagram(diagram: Diagram, room: number): DiagramLayout {
  let narrowest: DiagramLayout | undefined;
  for (const shape of SHAPES) {
    const layout = layoutIn(diagram, shape);
    if (layout.width <= room) return layout;
    if (narrowest === undefined || layout.width < narrowest.width) narrowest = layout;
  }
  if (!narrowest) throw new RangeError('there is no shape to lay a diagram out in');
  return narrowest;
}

const BOX = { padding: 12, least: 84, height: 24, port: 12 } as const;
const HEAD_ROOM = 20;
/** Around everything: half a line's width, and the tips of arrows. */
const MARGIN = 4;

type Words = { readonly boxes: readonly (readonly string[])[]; readonly labels: readonly (readonly string[])[] };

function layoutIn(diagram: Diagram, shape: Shape): DiagramLayout {
  const words = {
    boxes: diagram.boxes.map(({ label }) => wrapped(label, shape.letters)),
    labels: diagram.arrows.map(({ label }) => (label === '' ? [] : wrapped(label, shape.labelLetters))),
  };
  const isDown = shape.direction === 'down';
  const layers = layersOf(diagram, shape.most);
  const grid = gridOf(diagram, layers, sizesOf(diagram, words, layers, isDown));
  const places = placesOf(grid, orderOf(grid), isDown ? 0 : HEAD_ROOM);
  const ranks = ranksOf(grid, places, isDown ? HEAD_ROOM : 0);
  const rectOf = (index: number): Rect => {
    const { rank = 0, across = 0, along = 0 } = grid.nodes[index] ?? {};
    const { start = 0, size = 0 } = ranks[rank] ?? {};
    const rect = { x: start + (size - along) / 2, y: places.starts[index] ?? 0, width: along, height: across };
    return isDown ? turned(rect) : rect;
  };
  const frames = framesOf(diagram, places, ranks, isDown);
  const lines = arrowLines(diagram, grid, rectOf, ranks, isDown);
  return moved({ direction: shape.direction, words, diagram, grid, rectOf, frames, lines });
}

const turned = ({ x, y, width, height }: Rect): Rect => ({ x: y, y: x, width: height, height: width });

/** All boxes have one size, so that the picture is calm; one with many arrows has a longer side for them. */
function sizesOf(diagram: Diagram, words: Words, layers: Layers, isDown: boolean) {
  const named = Math.max(0, ...words.boxes.map((lines) => widthOf(lines, LETTER.label)));
  const width = Math.max(BOX.least, named + 2 * BOX.padding, narrowFrameWidth(diagram, layers, isDown));
  const height = Math.max(...words.boxes.map((lines) => lines.length)) * LINE_HEIGHT.label + BOX.height;
  return {
    box: (index: number) => {
      const side = BOX.port * (portsOf(diagram.boxes[index]?.id ?? '', diagram.arrows, layers) + 1);
      return isDown
        ? { along: height, across: Math.max(width, side) }
        : { along: width, across: Math.max(height, side) };
    },
    label: (index: number) => {
      const lines = words.labels[index] ?? [];
      const size = { width: widthOf(lines, LETTER.small) + 8, height: lines.length * LINE_HEIGHT.small + 4 };
      return isDown ? { along: size.height, across: size.width } : { along: size.width, across: size.height };
    },
  };
}

/** Width of a box such that a frame around one column of boxes holds its name. */
function narrowFrameWidth({ groups }: Diagram, { layerOf }: Layers, isDown: boolean): number {
  const narrow = groups.filter(({ members }) => isDown || new Set(members.map((id) => layerOf.get(id))).size === 1);
  return Math.max(0, ...narrow.map(({ name }) => widthOf([name], LETTER.small) + 20 - 2 * SPACE.frame));
}

/** Arrows on the fuller of a box's two sides. */
function portsOf(id: string, arrows: readonly DiagramArrow[], { layerOf }: Layers): number {
  const own = layerOf.get(id) ?? 0;
  const others = arrows.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  const behind = others.filter((other) => (layerOf.get(other) ?? 0) > own).length;
  return Math.max(behind, others.length - behind);
}

function framesOf({ groups }: Diagram, places: Places, ranks: ReturnType<typeof ranksOf>, isDown: boolean) {
  return places.frames.map(({ group, firstRank, lastRank, start, end }) => {
    const last = ranks[lastRank];
    const from = (ranks[firstRank]?.start ?? 0) - SPACE.frame - (isDown ? HEAD_ROOM : 0);
    const to = (last?.start ?? 0) + (last?.size ?? 0) + SPACE.frame;
    const rect = { x: from, y: start, width: to - from, height: end - start };
    return { name: groups[group]?.name ?? '', ...(isDown ? turned(rect) : rect) };
  });
}

type Parts = {
  readonly direction: Shape['direction'];
  readonly words: Words;
  readonly diagram: Diagram;
  readonly grid: Grid;
  readonly rectOf: (node: number) => Rect;
  readonly frames: readonly (Rect & { readonly name: string })[];
  readonly lines: readonly ((shift: Spot) => ArrowLine)[];
};

/** Everything moved so that it begins at the margin. */
function moved({ direction, words, diagram, grid, rectOf, frames, lines }: Parts): DiagramLayout {
  const rects = [...grid.nodes.map((_, node) => rectOf(node)), ...frames];
  const shift = { x: MARGIN - Math.min(...rects.map(({ x }) => x)), y: MARGIN - Math.min(...rects.map(({ y }) => y)) };
  const move = (rect: Rect): Rect => ({ ...rect, x: rect.x + shift.x, y: rect.y + shift.y });
  const labelOf = (index: number) => {
    const lines = words.labels[index] ?? [];
    const node = grid.units[diagram.boxes.length + index]?.nodes.find((one) => (grid.nodes[one]?.along ?? 0) > 0);
    return node === undefined ? undefined : { lines, ...move(rectOf(node)) };
  };
  return {
    direction,
    width: Math.ceil(Math.max(...rects.map(({ x, width }) => x + width)) + shift.x + MARGIN),
    height: Math.ceil(Math.max(...rects.map(({ y, height }) => y + height)) + shift.y + MARGIN),
    boxes: diagram.boxes.map(({ id }, index) => ({ id, lines: words.boxes[index] ?? [], ...move(rectOf(index)) })),
    frames: frames.map((frame) => ({ name: frame.name, ...move(frame) })),
    arrows: diagram.arrows.map(({ isBoth }, index) => {
      const line = lines[index];
      if (!line) throw new RangeError(`arrow ${index} has no line`);
      return { ...line(shift), isBoth, label: labelOf(index) };
    }),
  };
}
