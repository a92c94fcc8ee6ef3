import type { Diagram } from './parse.ts';

export type Layers = {
  /** Layer of every box, from 0. */
  readonly layerOf: ReadonlyMap<string, number>;
  readonly count: number;
};

type Link = { readonly from: string; readonly to: string };

/**
 * A layer for every box such that both ends of each arrow lie in different layers: arrows point forward, but for those
 * that close a cycle.
 *
 * @param most boxes that one layer may hold
 */
export function layersOf(diagram: Diagram, most = Number.POSITIVE_INFINITY): Layers {
  const ids = diagram.boxes.map(({ id }) => id);
  const links = forwardLinks(ids, diagram.arrows);
  const joined = new Set(links.flatMap(({ from, to }) => [from, to]));
  const layerOf = forwardLayers(
    ids.filter((id) => joined.has(id)),
    links,
    most,
  );
  placeAlone(
    ids.filter((id) => !joined.has(id)),
    layerOf,
    most,
  );
  return { layerOf, count: Math.max(...layerOf.values()) + 1 };
}

/** Every arrow, turned round where it would close a cycle: depth first, in the order in which the boxes are declared. */
function forwardLinks(ids: readonly string[], arrows: readonly Link[]): Link[] {
  const state = new Map<string, 'open' | 'done'>();
  const links: Link[] = [];
  const visit = (id: string) => {
    state.set(id, 'open');
    for (const { to } of arrows.filter(({ from }) => from === id)) {
      links.push(state.get(to) === 'open' ? { from: to, to: id } : { from: id, to });
      if (!state.has(to)) visit(to);
    }
    state.set(id, 'done');
  };
  for (const id of ids) if (!state.has(id)) visit(id);
  return links;
}

/** The first layer with room behind everything that points here; then sources move up to what they point at. */
function forwardLayers(ids: readonly string[], links: readonly Link[], most: number): Map<string, number> {
  const layerOf = new Map<string, number>();
  const held = new Map<number, number>();
  const waiting = [...ids];
  while (waiting.length > 0) {
    const at = waiting.findIndex((id) => links.every(({ from, to }) => to !== id || layerOf.has(from)));
    const [id = ''] = waiting.splice(Math.max(0, at), 1);
    const before = links.filter(({ to }) => to === id).map(({ from }) => layerOf.get(from) ?? 0);
    let layer = Math.max(-1, ...before) + 1;
    while ((held.get(layer) ?? 0) >= most) layer += 1;
    layerOf.set(id, layer);
    held.set(layer, (held.get(layer) ?? 0) + 1);
  }
  if (most === Number.POSITIVE_INFINITY) pullSources(ids, links, layerOf);
  return layerOf;
}

function pullSources(ids: readonly string[], links: readonly Link[], layerOf: Map<string, number>): void {
  for (const id of ids) {
    if (links.some(({ to }) => to === id)) continue;
    const after = links.filter(({ from }) => from === id).map(({ to }) => layerOf.get(to) ?? 1);
    if (after.length > 0) layerOf.set(id, Math.min(...after) - 1);
  }
}

/** Boxes without arrows stand side by side. */
function placeAlone(ids: readonly string[], layerOf: Map<string, number>, most: number): void {
  const across = Math.max(0, ...[...layerOf.values()].map((layer) => layer + 1), Math.min(4, ids.length));
  const held = new Map<number, number>();
  for (const layer of layerOf.values()) held.set(layer, (held.get(layer) ?? 0) + 1);
  ids.forEach((id, index) => {
    let layer = index % across;
    while ((held.get(layer) ?? 0) >= most) layer += 1;
    layerOf.set(id, layer);
    held.set(layer, (held.get(layer) ?? 0) + 1);
  });
}
