import type { Grid } from './grid.ts';
import type { Diagram } from './parse.ts';
import type { RankSpan } from './ranks.ts';

export type Spot = { readonly x: number; readonly y: number };
export type Rect = Spot & { readonly width: number; readonly height: number };

/** A line from border to border, with a head at `tip`. */
export type ArrowLine = {
  /** On the border of the box that the arrow leaves. */
  readonly tail: Spot;
  /** On the border of the box that it points at. */
  readonly tip: Spot;
  /** From `tail` to `tip`, as the `d` of an SVG path. */
  readonly path: string;
};

/** Along the ranks and across them: x and y where arrows lead to the right, y and x where they lead down. */
type Place = { readonly along: number; readonly across: number };

type RectOf = (node: number) => Rect;

/**
 * The line of every arrow. Between two ranks it bends, through a rank it is straight, so it meets no box on its way.
 *
 * @returns for each arrow, its line for a picture that is moved by so much
 */
export function arrowLines(
  diagram: Diagram,
  grid: Grid,
  rectOf: RectOf,
  ranks: readonly RankSpan[],
  isDown: boolean,
): readonly ((shift: Spot) => ArrowLine)[] {
  const centre = (node: number): number => {
    const { x, y, width, height } = rectOf(node);
    return isDown ? x + width / 2 : y + height / 2;
  };
  const port = portsOf(grid, centre, (node) => (isDown ? rectOf(node).width : rectOf(node).height));
  const spanOf = (node: number): RankSpan => ranks[grid.nodes[node]?.rank ?? 0] ?? { start: 0, size: 0 };
  return grid.ways.map((way, arrow) => {
    const places = way.flatMap((node, index): Place[] => {
      const { start, size } = spanOf(node);
      if (index === 0) return [{ along: start + size, across: port(arrow, 'low') }];
      if (index === way.length - 1) return [{ along: start, across: port(arrow, 'high') }];
      return [start, start + size].map((along) => ({ along, across: centre(node) }));
    });
    const isForward = diagram.boxes[way[0] ?? 0]?.id === diagram.arrows[arrow]?.from;
    return (shift) => lineThrough(isForward ? places : places.toReversed(), shift, isDown);
  });
}

type Side = 'low' | 'high';

/** Where arrows meet a side of a box: spread over it in the order of what they lead to, so that they do not cross. */
function portsOf(grid: Grid, centre: (node: number) => number, sideLength: (node: number) => number) {
  const ends = grid.ways.flatMap((way, arrow) => [
    { arrow, side: 'low' as const, box: way[0] ?? 0, next: way[1] ?? 0 },
    { arrow, side: 'high' as const, box: way.at(-1) ?? 0, next: way.at(-2) ?? 0 },
  ]);
  const places = new Map<string, number>();
  for (const { arrow, side, box, next } of ends) {
    const same = ends.filter((end) => end.side === side && end.box === box);
    const before = same.filter((end) => {
      const turn = centre(end.next) - centre(next);
      return turn < 0 || (turn === 0 && end.arrow < arrow);
    }).length;
    const step = Math.min(16, sideLength(box) / (same.length + 1));
    places.set(`${arrow} ${side}`, centre(box) + (before - (same.length - 1) / 2) * step);
  }
  return (arrow: number, side: Side): number => places.get(`${arrow} ${side}`) ?? 0;
}

function lineThrough(places: readonly Place[], shift: Spot, isDown: boolean): ArrowLine {
  const spot = ({ along, across }: Place): Spot => {
    const [x, y] = isDown ? [across, along] : [along, across];
    return { x: tenth(x + shift.x), y: tenth(y + shift.y) };
  };
  const text = (place: Place) => `${spot(place).x} ${spot(place).y}`;
  const [first = { along: 0, across: 0 }, ...rest] = places;
  let path = `M${text(first)}`;
  let before = first;
  for (const place of rest) {
    const middle = (before.along + place.along) / 2;
    const isStraight = Math.abs(before.across - place.across) < 0.05;
    path += isStraight
      ? `L${text(place)}`
      : `C${text({ ...before, along: middle })} ${text({ ...place, along: middle })} ${text(place)}`;
    before = place;
  }
  return { tail: spot(first), tip: spot(before), path };
}

/** A tenth of a pixel: more would only make the page longer. */
const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;
