import { type CalibratedItem, categoryCurve, maximumScore } from '../../items/calibrated-item.ts';
import { NOT_PRESENTED, type Responses } from '../../responses/responses.ts';
import type { Calibrated } from '../calibration.ts';
import type { CalibrationOptions, ModelName } from '../options.ts';
import type { ItemPrior } from '../priors.ts';

// The likelihood as a textbook writes it, person by person: slow, and with nothing in common with the engine.

export type Design = { readonly responses: Responses; readonly options: CalibrationOptions };

export type Expectation = {
  /** By item, score and node. */
  readonly counts: readonly (readonly Float64Array[])[];
  /** By group and node. */
  readonly masses: readonly Float64Array[];
  readonly logLikelihood: number;
};

function groupWeights(nodes: Float64Array, mean: number, sd: number): Float64Array {
  const weights = nodes.map((theta) => Math.exp(-0.5 * ((theta - mean) / sd) ** 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

const tableOf = (item: CalibratedItem, nodes: Float64Array): Float64Array[] =>
  Array.from({ length: maximumScore(item) + 1 }, (_, k) =>
    nodes.map((theta) => categoryCurve(theta, item).probabilities[k] ?? 0),
  );

function addTo(row: Float64Array, out: Float64Array | undefined): void {
  if (out) for (let q = 0; q < row.length; q += 1) out[q] = Number(out[q]) + Number(row[q]);
}

/** Likelihood times prior at each node: of one person, who need not have answered all. */
function jointAt(row: Uint8Array, tables: readonly (readonly Float64Array[])[], prior: Float64Array): Float64Array {
  const product = prior.slice();
  row.forEach((score, j) => {
    const curve = tables[j]?.[score];
    if (curve) for (let q = 0; q < product.length; q += 1) product[q] = Number(product[q]) * Number(curve[q]);
  });
  return product;
}

/** Who answered alike in the same group, once; nobody without an answer. */
function distinctRows({ responses: { persons, items, scores, weights }, options }: Design) {
  const rows = new Map<string, { readonly row: Uint8Array; readonly group: number; weight: number }>();
  for (let i = 0; i < persons; i += 1) {
    const row = scores.subarray(i * items, (i + 1) * items);
    const group = Number(options.groups?.[i] ?? 0);
    const weight = weights?.[i] ?? 1;
    if (weight === 0 || row.every((score) => score === NOT_PRESENTED)) continue;
    const key = `${group}:${row}`;
    const known = rows.get(key);
    if (known) known.weight += weight;
    else rows.set(key, { row, group, weight });
  }
  return rows.values();
}

/** One E-step at the estimates. */
export function expectedCounts({ responses, options }: Design, { items, latent, fit }: Calibrated): Expectation {
  const { nodes } = fit;
  const tables = items.map(({ item }) => (item ? tableOf(item, nodes) : []));
  const counts = tables.map((table) => table.map(() => new Float64Array(nodes.length)));
  const priors = latent.map(({ mean, sd }) => groupWeights(nodes, mean, sd));
  const masses = priors.map(() => new Float64Array(nodes.length));
  let logLikelihood = 0;
  for (const { row, group, weight } of distinctRows({ responses, options })) {
    const joint = jointAt(row, tables, priors[group] ?? nodes);
    const likelihood = joint.reduce((sum, value) => sum + value, 0);
    logLikelihood += weight * Math.log(likelihood);
    const expected = joint.map((value) => (value * weight) / likelihood);
    addTo(expected, masses[group]);
    row.forEach((score, j) => {
      addTo(expected, counts[j]?.[score]);
    });
  }
  return { counts, masses, logLikelihood };
}

const numbersOf = (item: CalibratedItem): number[] =>
  item.kind === 'dichotomous' ? [item.a, item.b, item.c] : [item.a, ...item.thresholds];

const itemOf = (item: CalibratedItem, [a = 0, ...rest]: readonly number[]): CalibratedItem =>
  item.kind === 'dichotomous' ? { ...item, a, b: rest[0] ?? 0, c: rest[1] ?? 0 } : { ...item, a, thresholds: rest };

const logNormal = (x: number, { mean, sd }: { mean: number; sd: number }): number =>
  -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd * Math.sqrt(2 * Math.PI));

function logPriorOf({ slope, difficulty, guessing }: ItemPrior, item: CalibratedItem): number {
  const [a = 0, ...rest] = numbersOf(item);
  const [places, c] = item.kind === 'dichotomous' ? [[item.b], item.c] : [rest, 0];
  let sum = 0;
  if (slope?.kind === 'normal') sum += logNormal(a, slope);
  if (slope?.kind === 'log-normal') sum += logNormal(Math.log(a), slope) - Math.log(a);
  if (difficulty) sum += logNormal(places.reduce((total, b) => total + b, 0) / places.length, difficulty);
  if (guessing?.kind === 'beta' && c > 0)
    sum += (guessing.alpha - 1) * Math.log(c) + (guessing.beta - 1) * Math.log(1 - c);
  if (guessing?.kind === 'logit-normal' && c > 0) sum += logNormal(Math.log(c / (1 - c)), guessing);
  return sum;
}

const priorAt = ({ priors }: CalibrationOptions, j: number): ItemPrior =>
  (Array.isArray(priors) ? priors[j] : (priors as ItemPrior | undefined)) ?? {};

/** First derivative and minus the second of one item's share of the objective, by each of its numbers. */
function slopesOf(item: CalibratedItem, counts: readonly Float64Array[], nodes: Float64Array, prior: ItemPrior) {
  const objective = (numbers: readonly number[]): number => {
    const moved = itemOf(item, numbers);
    const table = tableOf(moved, nodes);
    return counts.reduce(
      (sum, row, k) =>
        row.reduce((part, count, q) => (count > 0 ? part + count * Math.log(Number(table[k]?.[q])) : part), sum),
      logPriorOf(prior, moved),
    );
  };
  const numbers = numbersOf(item);
  const here = objective(numbers);
  return numbers.map((value, r) => {
    const step = 1e-4 * Math.max(1, Math.abs(value));
    const [up, down] = [step, -step].map((by) => objective(numbers.map((x, s) => (s === r ? x + by : x))));
    return {
      slope: (Number(up) - Number(down)) / (2 * step),
      curvature: (2 * here - Number(up) - Number(down)) / step ** 2,
    };
  });
}

const isRaschLike = (model: ModelName): boolean => model === 'rasch' || model === 'pcm';

type Distance = { readonly slope: number; readonly curvature: number };

const inErrors = ({ slope, curvature }: Distance): number => Math.abs(slope) / Math.sqrt(curvature);

/** Which of an item's numbers its model estimates by themselves. */
function isOwn(model: ModelName, item: CalibratedItem, r: number): boolean {
  if (r === 0) return !isRaschLike(model) && model !== '1pl';
  return r < 2 || item.kind !== 'dichotomous' || model === '3pl';
}

/** Of each number of each free item; a slope that all share is one number. */
function itemDistances({ options }: Design, { items, fit }: Calibrated, { counts }: Expectation): number[] {
  const { model } = options;
  const nameOf = (j: number): ModelName => (typeof model === 'string' ? model : model[j]) ?? '2pl';
  const ofItems = items.map(({ item, isFixed }, j) => {
    if (item === undefined || isFixed) return [];
    const all = slopesOf(item, counts[j] ?? [], fit.nodes, priorAt(options, j));
    return all.map((distance, r) => ({ ...distance, r, isOwn: isOwn(nameOf(j), item, r) }));
  });
  const shared = ofItems.flat().filter(({ r }) => r === 0 && nameOf(0) === '1pl');
  const sum = (of: (distance: Distance) => number) => shared.reduce((total, distance) => total + of(distance), 0);
  const common = { slope: sum(({ slope }) => slope), curvature: sum(({ curvature }) => curvature) };
  const own = ofItems.flat().filter((distance) => distance.isOwn);
  return [...own, ...(shared.length > 0 ? [common] : [])].map(inErrors);
}

/** Of each mean and spread of ability that is estimated. */
function latentDistances({ options }: Design, { latent, fit }: Calibrated, { masses }: Expectation): number[] {
  const isTied = options.scale === 'reference-group' || !options.fixedItems?.some(Boolean);
  return latent.flatMap(({ mean, sd }, g) => {
    const mass = masses[g] ?? new Float64Array();
    const persons = mass.reduce((sum, value) => sum + value, 0);
    const average = (of: (z: number) => number) =>
      mass.reduce((sum, value, q) => sum + value * of((Number(fit.nodes[q]) - mean) / sd), 0) / persons;
    const hasMean = g > 0 || !isTied;
    const hasSpread = hasMean || [options.model].flat().every(isRaschLike);
    return [
      ...(hasMean ? [Math.abs(average((z) => z)) * Math.sqrt(persons)] : []),
      ...(hasSpread ? [Math.abs(average((z) => z * z) - 1) * Math.sqrt(persons / 2)] : []),
    ];
  });
}

/** How far the estimates are from a stationary point, in standard errors of single numbers with all else known. */
export const furthestFromMaximum = (design: Design, found: Calibrated, expected: Expectation): number =>
  Math.max(...itemDistances(design, found, expected), ...latentDistances(design, found, expected));
