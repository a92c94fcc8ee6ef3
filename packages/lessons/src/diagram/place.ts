import type { Grid } from './grid.ts';
import type { Order } from './order.ts';

/** Free pixels between neighbours of a rank, and between a frame and what is in it. */
export const SPACE = { apart: 16, frame: 12 } as const;

export type GroupSpan = { readonly group: number; readonly firstRank: number; readonly lastRank: number };

export type Places = {
  /** Where each node begins across the ranks, in pixels. */
  readonly starts: readonly number[];
  readonly frames: readonly (GroupSpan & { readonly start: number; readonly end: number })[];
};

/** `after` begins at least `least` pixels behind the beginning of `before`. */
type Gap = { readonly before: number; readonly after: number; readonly least: number };

type System = {
  readonly gaps: readonly Gap[];
  readonly spans: readonly GroupSpan[];
  /** Variables: first the nodes, then start and end of every frame. */
  readonly startOf: (frame: number) => number;
  readonly endOf: (frame: number) => number;
  readonly size: number;
};

const ROUNDS = 22;

/**
 * Where everything lies across the ranks: neighbours apart, frames around their own and no others, arrows as straight
 * as that allows.
 *
 * @param headRoom pixels above the first box in a frame, for the frame's name
 */
export function placesOf(grid: Grid, order: Order, headRoom: number): Places {
  const system = systemOf(grid, order, headRoom);
  const at = packed(system);
  const pulls = pullsOf(grid);
  for (let round = 0; round < ROUNDS; round += 1) {
    // a way down or up carries a shift through the whole picture at once; the last rounds settle between the two
    const side = round >= ROUNDS - 6 ? undefined : round % 2 === 1 ? 'low' : 'high';
    loosen(system, at);
    straighten(grid, system, at, pulls, side);
    hug(system, at);
    straighten(grid, system, at, pulls, side);
  }
  loosen(system, at);
  snap(grid, system, at, pulls);
  hug(system, at);
  const { spans, startOf, endOf } = system;
  return {
    starts: at.slice(0, grid.nodes.length),
    frames: spans.map((span, index) => ({ ...span, start: at[startOf(index)] ?? 0, end: at[endOf(index)] ?? 0 })),
  };
}

function spansOf({ nodes, units }: Grid): GroupSpan[] {
  const ranks = new Map<number, number[]>();
  for (const { group, nodes: own } of units) {
    if (group === undefined) continue;
    ranks.set(group, [...(ranks.get(group) ?? []), ...own.map((node) => nodes[node]?.rank ?? 0)]);
  }
  return [...ranks].map(([group, all]) => ({ group, firstRank: Math.min(...all), lastRank: Math.max(...all) }));
}

/** In a rank, from the top: nodes outside frames, and frames with what they hold here. */
type Entry = { readonly frame: number | undefined; readonly nodes: number[] };

function systemOf(grid: Grid, order: Order, headRoom: number): System {
  const spans = spansOf(grid);
  const startOf = (frame: number) => grid.nodes.length + 2 * frame;
  const endOf = (frame: number) => startOf(frame) + 1;
  const across = (node: number) => grid.nodes[node]?.across ?? 0;
  const chain = (nodes: readonly number[]): Gap[] =>
    nodes.slice(1).map((after, index) => {
      const before = nodes[index] ?? 0;
      return { before, after, least: across(before) + SPACE.apart };
    });
  const gapsOf = (rank: number): Gap[] => {
    const entries = entriesOf(grid, order, spans, rank).map(({ frame, nodes }) => {
      const [first = 0] = nodes;
      const last = nodes.at(-1) ?? 0;
      if (frame === undefined) return { begin: first, end: last, size: across(last), inside: chain(nodes) };
      const [begin, end] = [startOf(frame), endOf(frame)];
      return {
        begin,
        end,
        size: 0,
        inside: [...chain(nodes), ...frameGaps(begin, end, nodes, headRoom, across(last))],
      };
    });
    const apart = entries.slice(1).flatMap(({ begin }, index): Gap[] => {
      const above = entries[index];
      return above ? [{ before: above.end, after: begin, least: above.size + SPACE.apart }] : [];
    });
    return [...entries.flatMap(({ inside }) => inside), ...apart];
  };
  const gaps = Array.from({ length: grid.rankCount }, (_, rank) => gapsOf(rank)).flat();
  return { gaps, spans, startOf, endOf, size: grid.nodes.length + 2 * spans.length };
}

function frameGaps(begin: number, end: number, nodes: readonly number[], headRoom: number, lastAcross: number): Gap[] {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return [{ before: begin, after: end, least: SPACE.frame }];
  return [
    { before: begin, after: first, least: SPACE.frame + headRoom },
    { before: last, after: end, least: lastAcross + SPACE.frame },
  ];
}

function entriesOf(grid: Grid, order: Order, spans: readonly GroupSpan[], rank: number): Entry[] {
  const entries: Entry[] = [];
  for (const unit of order) {
    const { group, nodes = [] } = grid.units[unit] ?? {};
    const here = nodes.filter((node) => grid.nodes[node]?.rank === rank);
    const frame = group === undefined ? undefined : spans.findIndex((span) => span.group === group);
    const open = frame === undefined ? undefined : entries.find((entry) => entry.frame === frame);
    if (open) open.nodes.push(...here);
    else if (here.length > 0 || isWithin(frame, spans, rank)) entries.push({ frame, nodes: here });
  }
  return entries;
}

function isWithin(frame: number | undefined, spans: readonly GroupSpan[], rank: number): boolean {
  const span = frame === undefined ? undefined : spans[frame];
  return span !== undefined && span.firstRank <= rank && rank <= span.lastRank;
}

/** Everything as far up as the gaps allow. */
function packed({ gaps, size }: System): number[] {
  const at = Array.from({ length: size }, () => 0);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const { before, after, least } of gaps) {
      if ((at[after] ?? 0) >= (at[before] ?? 0) + least) continue;
      at[after] = (at[before] ?? 0) + least;
      isChanged = true;
    }
  }
  return at;
}

const FAR = 2000;

/** The room of a variable between its neighbours as they lie. */
function roomOf({ gaps }: System, at: readonly number[], variable: number): { low: number; high: number } {
  let [low, high] = [-FAR, FAR];
  for (const { before, after, least } of gaps) {
    if (after === variable) low = Math.max(low, (at[before] ?? 0) + least);
    if (before === variable) high = Math.min(high, (at[after] ?? 0) - least);
  }
  return { low, high };
}

/** Frames as large as they can be, so that what is in them may move. */
function loosen(system: System, at: number[]): void {
  system.spans.forEach((_, frame) => {
    at[system.startOf(frame)] = roomOf(system, at, system.startOf(frame)).low;
    at[system.endOf(frame)] = roomOf(system, at, system.endOf(frame)).high;
  });
}

function hug(system: System, at: number[]): void {
  system.spans.forEach((_, frame) => {
    at[system.startOf(frame)] = roomOf(system, at, system.startOf(frame)).high;
    at[system.endOf(frame)] = roomOf(system, at, system.endOf(frame)).low;
  });
}

type Side = 'low' | 'high';

/** What a node is drawn to: a neighbour in the rank before (`low`) or behind. */
type Pull = { readonly to: number; readonly side: Side; readonly weight: number };

/** Long arrows stay straight inside and yield at their ends; an arrow that shares its box's side yields there. */
const WEIGHTS = { inside: 12, short: 1, longEnd: 0.03 } as const;

function pullsOf({ nodes, ways }: Grid): readonly (readonly Pull[])[] {
  const pulls: Pull[][] = nodes.map(() => []);
  const starting = (box: number) => ways.filter((way) => way[0] === box).length;
  const ending = (box: number) => ways.filter((way) => way.at(-1) === box).length;
  for (const way of ways) {
    way.slice(1).forEach((high, index) => {
      const low = way[index] ?? 0;
      const weight = weightOf(way, index);
      pulls[high]?.push({ to: low, side: 'low', weight: weight / Math.max(1, starting(low)) });
      pulls[low]?.push({ to: high, side: 'high', weight: weight / Math.max(1, ending(high)) });
    });
  }
  return pulls;
}

function weightOf(way: readonly number[], segment: number): number {
  const isEnd = segment === 0 || segment === way.length - 2;
  if (!isEnd) return WEIGHTS.inside;
  return way.length > 3 ? WEIGHTS.longEnd : WEIGHTS.short;
}

/** Every node as near to the weighted middle of what draws it as its room allows, rank by rank away from `side`. */
function straighten(
  grid: Grid,
  system: System,
  at: number[],
  pulls: readonly (readonly Pull[])[],
  side: Side | undefined,
): void {
  const order = grid.nodes.map((_, node) => node).sort((a, b) => rankOf(grid, a) - rankOf(grid, b));
  const half = (node: number) => (grid.nodes[node]?.across ?? 0) / 2;
  for (const node of side === 'high' ? order.reverse() : order) {
    const active = (pulls[node] ?? []).filter((pull) => side === undefined || pull.side === side);
    const weight = active.reduce((sum, pull) => sum + pull.weight, 0);
    if (weight === 0) continue;
    const middle = active.reduce((sum, { to, weight: own }) => sum + own * ((at[to] ?? 0) + half(to)), 0) / weight;
    const { low, high } = roomOf(system, at, node);
    if (low <= high) at[node] = Math.min(high, Math.max(low, middle - half(node)));
  }
}

/** Pixels by which a line may miss its neighbour and still be made straight. */
const NEARLY = 14;

/** What lies nearly in a line with the node before it is put into that line, where there is room. */
function snap(grid: Grid, system: System, at: number[], pulls: readonly (readonly Pull[])[]): void {
  const half = (node: number) => (grid.nodes[node]?.across ?? 0) / 2;
  const order = grid.nodes.map((_, node) => node).sort((a, b) => rankOf(grid, a) - rankOf(grid, b));
  for (const node of order) {
    const before = (pulls[node] ?? []).filter(({ side }) => side === 'low').sort((a, b) => b.weight - a.weight)[0];
    if (!before) continue;
    const wanted = (at[before.to] ?? 0) + half(before.to) - half(node);
    const { low, high } = roomOf(system, at, node);
    if (Math.abs(wanted - (at[node] ?? 0)) < NEARLY && wanted >= low && wanted <= high) at[node] = wanted;
  }
}

const rankOf = ({ nodes }: Grid, node: number): number => nodes[node]?.rank ?? 0;
