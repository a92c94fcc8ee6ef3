import type { Layers } from './layers.ts';
import type { Diagram } from './parse.ts';

/**
 * What stands in a rank. Boxes have even ranks; between them every arrow has one node a rank, a point that its line
 * runs through or the place of its label. So whatever keeps nodes apart keeps lines, labels and boxes apart.
 */
export type GridNode = {
  readonly rank: number;
  /** Box or arrow that the node belongs to: its nodes stand in one row. */
  readonly unit: number;
  /** Size along the ranks and across them, in pixels. */
  readonly along: number;
  readonly across: number;
};

/** A box, or an arrow with its nodes. */
export type Unit = { readonly nodes: readonly number[]; readonly group: number | undefined };

export type Grid = {
  readonly nodes: readonly GridNode[];
  /** First the boxes, then the arrows, both in the order of the diagram. */
  readonly units: readonly Unit[];
  /** Neighbouring nodes of an arrow's way, lower rank first. */
  readonly segments: readonly (readonly [number, number])[];
  /** The way of every arrow: nodes from the lower rank to the higher. */
  readonly ways: readonly (readonly number[])[];
  readonly rankCount: number;
};

export type Sizes = {
  readonly box: (index: number) => { readonly along: number; readonly across: number };
  readonly label: (index: number) => { readonly along: number; readonly across: number };
};

const POINT = { along: 0, across: 10 };

/** Boxes and arrows of a diagram as nodes in ranks. */
export function gridOf(diagram: Diagram, { layerOf, count }: Layers, sizes: Sizes): Grid {
  const boxAt = new Map(diagram.boxes.map(({ id }, index) => [id, index]));
  const groupAt = new Map(diagram.groups.flatMap(({ members }, group) => members.map((id) => [id, group] as const)));
  const nodes: GridNode[] = diagram.boxes.map(({ id }, unit) => ({
    rank: 2 * (layerOf.get(id) ?? 0),
    unit,
    ...sizes.box(unit),
  }));
  const units: Unit[] = diagram.boxes.map(({ id }, index) => ({ nodes: [index], group: groupAt.get(id) }));
  const ways = diagram.arrows.map(({ from, to, label }, index) => {
    const ends = [boxAt.get(from) ?? 0, boxAt.get(to) ?? 0].sort((a, b) => rankOf(nodes, a) - rankOf(nodes, b));
    const [low = 0, high = 0] = ends;
    const ranks = between(rankOf(nodes, low), rankOf(nodes, high));
    const labelled = label === '' ? undefined : middleOdd(ranks);
    const own = ranks.map((rank) => {
      const size = rank === labelled ? sizes.label(index) : POINT;
      return nodes.push({ rank, unit: units.length, ...size }) - 1;
    });
    const group = groupAt.get(from);
    units.push({ nodes: own, group: group === groupAt.get(to) ? group : undefined });
    return [low, ...own, high];
  });
  const segments = ways.flatMap((way) => way.slice(1).map((node, index) => [way[index] ?? 0, node] as const));
  return { nodes, units, segments, ways, rankCount: 2 * count - 1 };
}

const rankOf = (nodes: readonly GridNode[], index: number): number => nodes[index]?.rank ?? 0;

const between = (low: number, high: number): number[] =>
  Array.from({ length: Math.max(0, high - low - 1) }, (_, index) => low + 1 + index);

/** The rank between boxes nearest to the middle of the way. */
function middleOdd(ranks: readonly number[]): number | undefined {
  const odd = ranks.filter((rank) => rank % 2 === 1);
  return odd[Math.floor((odd.length - 1) / 2)];
}
