import { type Rng, seededRng } from '@cairn/kernel';

export const BEGIN = {
  /** Clusters to look for, 1 to 8. */
  k: 3,
  /** Half steps done: first every point is assigned, then every centre moves, and so on. */
  step: 0,
  seed: 4,
};
export type Setting = typeof BEGIN;

export const LARGEST_K = 8;

export type Point = { readonly x: number; readonly y: number };

/** Four towns of customers: means and spread in the units of the axes, 0 to 10. */
const BLOBS: readonly (Point & { readonly spread: number })[] = [
  { x: 2.2, y: 7.4, spread: 0.8 },
  { x: 4.4, y: 3.2, spread: 0.9 },
  { x: 7.8, y: 7.2, spread: 0.8 },
  { x: 8.2, y: 2.4, spread: 0.7 },
];
const EACH = 25;

const inside = (value: number): number => Math.min(9.8, Math.max(0.2, value));

/** The same hundred points always: what the figure varies is where the centres begin. */
export function drawPoints(): Point[] {
  const rng = seededRng('k-means:points');
  return BLOBS.flatMap(({ x, y, spread }) =>
    Array.from({ length: EACH }, () => ({
      x: inside(x + spread * rng.normal()),
      y: inside(y + spread * rng.normal()),
    })),
  );
}

export const squaredDistance = (a: Point, b: Point): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;

/** The nearest centre of each point; the first of equals. */
export const assign = (points: readonly Point[], centres: readonly Point[]): number[] =>
  points.map((point) =>
    centres.reduce((near, centre, at) => {
      const least = centres[near];
      return least && squaredDistance(point, centre) < squaredDistance(point, least) ? at : near;
    }, 0),
  );

/** The mean of each cluster's points; a centre without points stays where it is. */
export const move = (points: readonly Point[], clusters: readonly number[], centres: readonly Point[]): Point[] =>
  centres.map((centre, at) => {
    const own = points.filter((_, row) => clusters[row] === at);
    if (own.length === 0) return centre;
    const sum = own.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), { x: 0, y: 0 });
    return { x: sum.x / own.length, y: sum.y / own.length };
  });

/** Sum of the squared distances to the centre of the own cluster. */
export const inertiaOf = (points: readonly Point[], clusters: readonly number[], centres: readonly Point[]): number =>
  points.reduce((sum, point, row) => {
    const centre = centres[clusters[row] ?? 0];
    return centre ? sum + squaredDistance(point, centre) : sum;
  }, 0);

export type State = {
  readonly kind: 'start' | 'assign' | 'move';
  readonly centres: readonly Point[];
  /** Undefined before the first assignment. */
  readonly clusters: readonly number[] | undefined;
  readonly inertia: number | undefined;
  /** Points that this half step gave to another cluster. */
  readonly changed: number;
};

/** Far more than any run on these points takes. */
const MOST_ROUNDS = 60;

const startingCentres = (points: readonly Point[], k: number, rng: Rng): Point[] => rng.shuffle(points).slice(0, k);

/** Lloyd's algorithm from k random points, every half step of it, until no point changes its cluster. */
export function runLloyd(points: readonly Point[], k: number, rng: Rng): State[] {
  let centres = startingCentres(points, k, rng);
  let before: readonly number[] | undefined;
  const states: State[] = [{ kind: 'start', centres, clusters: undefined, inertia: undefined, changed: 0 }];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const clusters = assign(points, centres);
    const changed = clusters.filter((cluster, row) => cluster !== before?.[row]).length;
    states.push({ kind: 'assign', centres, clusters, inertia: inertiaOf(points, clusters, centres), changed });
    if (changed === 0) break;
    centres = move(points, clusters, centres);
    states.push({ kind: 'move', centres, clusters, inertia: inertiaOf(points, clusters, centres), changed: 0 });
    before = clusters;
  }
  return states;
}

export const statesOf = ({ k, seed }: Pick<Setting, 'k' | 'seed'>): State[] =>
  runLloyd(drawPoints(), k, seededRng(`k-means:${seed}:${k}`));

export type InertiaOfK = { readonly k: number; readonly inertia: number };

const STARTS = 12;

/** The least inertia of a dozen starts for every k: the curve whose bend suggests a k. */
export function elbow(): InertiaOfK[] {
  const points = drawPoints();
  return Array.from({ length: LARGEST_K }, (_, at) => {
    const k = at + 1;
    const ends = Array.from(
      { length: STARTS },
      (_, start) => runLloyd(points, k, seededRng(`elbow:${k}:${start}`)).at(-1)?.inertia ?? Number.POSITIVE_INFINITY,
    );
    return { k, inertia: Math.min(...ends) };
  });
}
