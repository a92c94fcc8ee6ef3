import type { Grid } from './grid.ts';

/** Units from the top row to the bottom one; the units of a frame stand together. */
export type Order = readonly number[];

type Blocks = readonly (readonly number[])[];

/** Pairs of segments that are compared before the order is good enough: some tens of milliseconds. */
const MOST_PAIRS = 2_000_000;

/**
 * Rows with few crossings and short arrows: from the order of declaration, the best move of one block or one unit,
 * until none helps.
 */
export function orderOf(grid: Grid): Order {
  let best = startOf(grid);
  let cost = costOf(grid, best.flat());
  const mostTries = MOST_PAIRS / Math.max(1, grid.segments.length ** 2);
  let tries = 0;
  for (let isBetter = true; isBetter && tries < mostTries; ) {
    isBetter = false;
    for (const candidate of neighbours(best)) {
      tries += 1;
      const candidateCost = costOf(grid, candidate.flat());
      if (candidateCost < cost - 1e-9) {
        [best, cost, isBetter] = [candidate, candidateCost, true];
        break;
      }
      if (tries >= mostTries) break;
    }
  }
  return best.flat();
}

/** Frames and single units, in the order in which the diagram names them. */
function startOf({ units }: Grid): Blocks {
  const blocks: number[][] = [];
  const ofGroup = new Map<number, number[]>();
  units.forEach(({ group }, unit) => {
    const block = group === undefined ? undefined : ofGroup.get(group);
    if (block) block.push(unit);
    else {
      const own = [unit];
      blocks.push(own);
      if (group !== undefined) ofGroup.set(group, own);
    }
  });
  return blocks;
}

function* neighbours(blocks: Blocks): Generator<Blocks> {
  yield* moves(blocks);
  for (const [at, block] of blocks.entries()) {
    for (const moved of moves(block)) yield blocks.with(at, moved);
  }
}

function* moves<T>(list: readonly T[]): Generator<readonly T[]> {
  for (const [from, one] of list.entries()) {
    const rest = list.toSpliced(from, 1);
    for (let to = 0; to <= rest.length; to += 1) if (to !== from) yield rest.toSpliced(to, 0, one);
  }
}

const CROSSING = 100;

/** Crossings count most, then how far arrows lead up or down, in rows around the middle of each rank. */
function costOf(grid: Grid, order: Order): number {
  const rows = rowsOf(grid, order);
  const lines = grid.segments.map(([a, b]) => ({ rank: rankOf(grid, a), from: rows[a] ?? 0, to: rows[b] ?? 0 }));
  let cost = 0;
  for (const [index, one] of lines.entries()) {
    cost += Math.abs(one.from - one.to);
    for (let next = index + 1; next < lines.length; next += 1) if (isCrossing(one, lines[next])) cost += CROSSING;
  }
  return cost;
}

type Segment = { readonly rank: number; readonly from: number; readonly to: number };

const isCrossing = (a: Segment, b: Segment | undefined): boolean =>
  b !== undefined && a.rank === b.rank && (a.from - b.from) * (a.to - b.to) < 0;

const rankOf = ({ nodes }: Grid, node: number): number => nodes[node]?.rank ?? 0;

/** Row of every node, counted from the middle of its rank. */
function rowsOf({ nodes, units, rankCount }: Grid, order: Order): readonly number[] {
  const held = Array.from({ length: rankCount }, () => 0);
  const rows = Array.from({ length: nodes.length }, () => 0);
  for (const node of order.flatMap((unit) => units[unit]?.nodes ?? [])) {
    const rank = nodes[node]?.rank ?? 0;
    rows[node] = held[rank] ?? 0;
    held[rank] = (held[rank] ?? 0) + 1;
  }
  return rows.map((row, node) => row - ((held[nodes[node]?.rank ?? 0] ?? 1) - 1) / 2);
}
