/** An edge of a network that carries at least `low` and at most `high` whole units. */
export type Edge = { readonly from: string; readonly to: string; readonly low: number; readonly high: number };

/** Half of a residual edge: index i and i ^ 1 are the two directions of one edge. */
type Arc = { readonly to: string; capacity: number };

const SOURCE = ' source';
const SINK = ' sink';

/** Residual network of the usual reduction: what the lower bounds demand flows from SOURCE to SINK. */
class Residual {
  readonly arcs: Arc[] = [];
  readonly leaving = new Map<string, number[]>();

  add(from: string, to: string, capacity: number): void {
    this.index(from).push(this.arcs.length);
    this.index(to).push(this.arcs.length + 1);
    this.arcs.push({ to, capacity }, { to: from, capacity: 0 });
  }

  /** Pushes along shortest paths until none is left (Edmonds–Karp); returns what arrived. */
  saturate(): number {
    let arrived = 0;
    for (let path = this.path(); path !== undefined; path = this.path()) {
      const width = Math.min(...path.map((arc) => this.arcs[arc]?.capacity ?? 0));
      for (const arc of path) this.shift(arc, width);
      arrived += width;
    }
    return arrived;
  }

  private index(node: string): number[] {
    const known = this.leaving.get(node) ?? [];
    this.leaving.set(node, known);
    return known;
  }

  private shift(arc: number, width: number): void {
    const forth = this.arcs[arc];
    const back = this.arcs[arc ^ 1];
    if (forth === undefined || back === undefined) throw new RangeError(`no arc ${arc}`);
    forth.capacity -= width;
    back.capacity += width;
  }

  private path(): number[] | undefined {
    const via = new Map<string, number>();
    const queue = [SOURCE];
    for (const node of queue) {
      for (const arc of this.leaving.get(node) ?? []) {
        const { to, capacity } = this.arcs[arc] ?? { to: node, capacity: 0 };
        if (capacity <= 0 || to === SOURCE || via.has(to)) continue;
        via.set(to, arc);
        if (to === SINK) return this.trace(via);
        queue.push(to);
      }
    }
    return undefined;
  }

  private trace(via: ReadonlyMap<string, number>): number[] {
    const path: number[] = [];
    for (let node = SINK; node !== SOURCE; ) {
      const arc = via.get(node);
      const back = arc === undefined ? undefined : this.arcs[arc ^ 1];
      if (arc === undefined || back === undefined) throw new RangeError('a path that leads nowhere');
      path.push(arc);
      node = back.to;
    }
    return path;
  }
}

/**
 * A circulation that keeps every bound: what enters a node leaves it. Exact, so that "does not exist" is a proof.
 *
 * @returns the units on each edge, in the order of `edges`; undefined if no circulation keeps the bounds
 */
export function circulation(edges: readonly Edge[]): number[] | undefined {
  if (edges.some(({ low, high }) => low > high)) return undefined;
  const residual = new Residual();
  const excess = new Map<string, number>();
  const owe = (node: string, units: number) => excess.set(node, (excess.get(node) ?? 0) + units);
  for (const { from, to, low, high } of edges) {
    residual.add(from, to, high - low);
    owe(to, low);
    owe(from, -low);
  }
  let demand = 0;
  for (const [node, units] of excess) {
    if (units > 0) residual.add(SOURCE, node, units);
    if (units < 0) residual.add(node, SINK, -units);
    demand += Math.max(0, units);
  }
  if (residual.saturate() < demand) return undefined;
  return edges.map(({ low }, i) => low + (residual.arcs[2 * i + 1]?.capacity ?? 0));
}
