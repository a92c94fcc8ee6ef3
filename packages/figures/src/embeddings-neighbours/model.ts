import { type MapText, TEXTS, TOPICS } from './places.ts';

export const BEGIN = {
  /** Where the question lies on the map; both in [−1, 1]. */
  x: -0.02,
  y: 0.62,
  /** Neighbours that are returned. */
  k: 4,
  measure: 'cosine' as 'cosine' | 'euclidean',
};
export type Setting = typeof BEGIN;

export type Vector = { readonly x: number; readonly y: number };

export const vectorOf = ({ degrees, length }: Pick<MapText, 'degrees' | 'length'>): Vector => {
  const radians = (degrees * Math.PI) / 180;
  return { x: length * Math.cos(radians), y: length * Math.sin(radians) };
};

/** Cosine of the angle between two vectors, in [−1, 1]; 0 where one has no length. */
export function cosine(a: Vector, b: Vector): number {
  const lengths = Math.hypot(a.x, a.y) * Math.hypot(b.x, b.y);
  return lengths === 0 ? 0 : (a.x * b.x + a.y * b.y) / lengths;
}

export const euclidean = (a: Vector, b: Vector): number => Math.hypot(a.x - b.x, a.y - b.y);

export type Neighbour = MapText & { readonly at: Vector; readonly cosine: number; readonly distance: number };

const ALL = TEXTS.map((text) => ({ ...text, at: vectorOf(text) }));

/** All texts, the nearest first. */
export function neighboursOf({ x, y, measure }: Pick<Setting, 'x' | 'y' | 'measure'>): readonly Neighbour[] {
  const query = { x, y };
  const measured = ALL.map((one) => ({
    ...one,
    cosine: cosine(query, one.at),
    distance: euclidean(query, one.at),
  }));
  return measured.sort((a, b) => (measure === 'cosine' ? b.cosine - a.cosine : a.distance - b.distance));
}

/** Name of the topic whose direction is nearest. */
export function topicAt(query: Vector): string {
  const ranked = TOPICS.map(({ name, degrees }) => ({ name, near: cosine(query, vectorOf({ degrees, length: 1 })) }));
  return ranked.sort((a, b) => b.near - a.near)[0]?.name ?? '';
}
