import type { Grid } from './grid.ts';
import { type Places, SPACE } from './place.ts';

/** Where a rank lies along the direction of the arrows, in pixels. */
export type RankSpan = { readonly start: number; readonly size: number };

/** Free pixels between two ranks: room for a line to change its row, more where it changes it much. */
const GAP = { least: 16, most: 44, share: 0.12 } as const;

/**
 * The ranks behind one another.
 *
 * @param headRoom pixels before the first rank of a frame, for the frame's name
 */
export function ranksOf(grid: Grid, places: Places, headRoom: number): readonly RankSpan[] {
  const spans: RankSpan[] = [];
  for (let rank = 0; rank < grid.rankCount; rank += 1) {
    const size = Math.max(0, ...grid.nodes.filter((node) => node.rank === rank).map(({ along }) => along));
    const before = spans.at(-1);
    const start = before ? before.start + before.size + gapBefore(grid, places, rank, headRoom) : 0;
    spans.push({ start, size });
  }
  return spans;
}

function gapBefore(grid: Grid, places: Places, rank: number, headRoom: number): number {
  const centre = (node: number) => (places.starts[node] ?? 0) + (grid.nodes[node]?.across ?? 0) / 2;
  const turns = grid.segments
    .filter(([, high]) => grid.nodes[high]?.rank === rank)
    .map(([low, high]) => Math.abs(centre(low) - centre(high)));
  const bend = Math.min(GAP.most, Math.max(GAP.least, GAP.share * Math.max(0, ...turns)));
  const begins = places.frames.some(({ firstRank }) => firstRank === rank);
  const touches = begins || places.frames.some(({ lastRank }) => lastRank === rank - 1);
  return bend + (begins ? headRoom : 0) + (touches ? SPACE.frame : 0);
}
