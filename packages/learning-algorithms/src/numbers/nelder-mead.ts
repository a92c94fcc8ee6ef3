/** A point and the value of the function there. */
export type Minimum = { readonly point: readonly number[]; readonly value: number; readonly evaluations: number };

type Vertex = { readonly point: readonly number[]; readonly value: number };

const PRECISION = 1e-10;

const blend = (from: readonly number[], to: readonly number[], share: number): number[] =>
  from.map((value, j) => value + share * ((to[j] ?? 0) - value));

function centroid(vertices: readonly Vertex[]): number[] {
  const width = vertices[0]?.point.length ?? 0;
  return Array.from(
    { length: width },
    (_, j) => vertices.reduce((sum, v) => sum + (v.point[j] ?? 0), 0) / vertices.length,
  );
}

/** The point that takes the worst one's place; undefined where the whole simplex must shrink. */
function replacement(at: (point: readonly number[]) => Vertex, vertices: readonly Vertex[]): Vertex | undefined {
  const worst = vertices.at(-1) as Vertex; // a simplex has at least two vertices, here and below
  const best = vertices[0] as Vertex;
  const middle = centroid(vertices.slice(0, -1));
  const reflected = at(blend(middle, worst.point, -1));
  if (reflected.value < best.value) {
    const expanded = at(blend(middle, worst.point, -2));
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < (vertices.at(-2) as Vertex).value) return reflected;
  const outside = reflected.value < worst.value;
  const contracted = at(blend(middle, outside ? reflected.point : worst.point, 0.5));
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined;
}

/**
 * Minimum of a function without derivatives, by the simplex of Nelder and Mead.
 *
 * @param value  the function; +Infinity or NaN where it is not defined
 * @param start  first vertex
 * @param reach  how far the other vertices stand from it, one a coordinate
 * @see          Nelder & Mead (1965), The Computer Journal 7(4), 308–313
 */
export function nelderMead(
  value: (point: readonly number[]) => number,
  start: readonly number[],
  reach: readonly number[],
  limit = 200 * start.length,
): Minimum {
  let evaluations = 0;
  const at = (point: readonly number[]): Vertex => {
    evaluations += 1;
    const found = value(point);
    return { point, value: Number.isNaN(found) ? Number.POSITIVE_INFINITY : found };
  };
  const corners = start.map((_, j) => at(start.map((x, k) => (k === j ? x + (reach[j] ?? 0) : x))));
  let vertices = [at(start), ...corners].sort((a, b) => a.value - b.value);
  while (evaluations < limit) {
    const best = vertices[0] as Vertex;
    const spread = (vertices.at(-1) as Vertex).value - best.value;
    if (spread <= PRECISION * (Math.abs(best.value) + PRECISION)) break;
    const next = replacement(at, vertices);
    const shrunk = () => vertices.map((v, i) => (i === 0 ? v : at(blend(best.point, v.point, 0.5))));
    vertices = (next === undefined ? shrunk() : [...vertices.slice(0, -1), next]).sort((a, b) => a.value - b.value);
  }
  const { point, value: least } = vertices[0] as Vertex;
  return { point, value: least, evaluations };
}
