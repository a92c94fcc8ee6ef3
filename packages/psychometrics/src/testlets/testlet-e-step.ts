import { parametersOf } from '../calibration/fit-problem.ts';
import { equallySpaced, writeWeights } from '../calibration/quadrature.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';
import type { Cluster } from './clusters.ts';

/** Abilities, with weights of N(0, 1). */
export const ABILITIES = equallySpaced(-6, 6, 49);
/** A testlet's effect in its own standard deviations; a trapezoidal rule as wide and close as this is exact to 1e-6. */
export const EFFECTS = equallySpaced(-4.8, 4.8, 17);
const NONE = new Float64Array(1);

const normalWeights = (nodes: Float64Array): Float64Array => {
  const weights = new Float64Array(nodes.length);
  writeWeights(nodes, 0, 1, weights);
  return weights;
};

const ABILITY_WEIGHTS = normalWeights(ABILITIES);
const EFFECT_WEIGHTS = normalWeights(EFFECTS);

/** Standardized effects of a cluster: one that is 0 where it has none. */
export const effectsOf = ({ hasEffect }: Cluster): Float64Array => (hasEffect ? EFFECTS : NONE);

/** What its items see: ability plus effect, abilities × effects. */
export function seenAbilities(cluster: Cluster, effectSd: number): Float64Array {
  const effects = effectsOf(cluster);
  const seen = new Float64Array(ABILITIES.length * effects.length);
  ABILITIES.forEach((theta, q) => {
    effects.forEach((effect, z) => {
      seen[q * effects.length + z] = theta + effectSd * effect;
    });
  });
  return seen;
}

/** Likelihood of each pattern of a cluster. */
export type ClusterLikelihood = {
  /** patterns × abilities × effects, the effect's weight included. */
  readonly joint: Float64Array;
  /** patterns × abilities: ln of the sum over effects. */
  readonly logs: Float64Array;
};

export function clusterLikelihood(cluster: Cluster, vector: Float64Array, effectSd: number): ClusterLikelihood {
  const seen = seenAbilities(cluster, effectSd);
  const wide = seen.length;
  const effects = wide / ABILITIES.length;
  const { problem, patterns, items, offset } = cluster;
  const tables = problem.items.map((item) => {
    const curves = new Float64Array(item.model.categories * wide);
    item.model.probabilities(parametersOf(item, vector.subarray(offset)), seen, curves);
    return curves.map(Math.log);
  });
  const count = patterns.length / items.length;
  const joint = new Float64Array(count * wide);
  const logs = new Float64Array(count * ABILITIES.length);
  for (let p = 0; p < count; p += 1) {
    const row = joint.subarray(p * wide, (p + 1) * wide);
    tables.forEach((table, k) => {
      const score = Number(patterns[p * items.length + k]);
      if (score !== NOT_PRESENTED) addRow(table.subarray(score * wide, (score + 1) * wide), row);
    });
    integrate(row, effects, logs.subarray(p * ABILITIES.length, (p + 1) * ABILITIES.length));
  }
  return { joint, logs };
}

function addRow(row: Float64Array, out: Float64Array): void {
  for (let n = 0; n < out.length; n += 1) out[n] = (out[n] as number) + (row[n] as number); // of one length
}

/** Log-likelihoods become likelihoods times weights, with ln of their sums over effects. */
function integrate(row: Float64Array, effects: number, logs: Float64Array): void {
  for (let q = 0; q < ABILITIES.length; q += 1) {
    let sum = 0;
    for (let z = 0; z < effects; z += 1) {
      const at = q * effects + z;
      const mass = Math.exp(row[at] as number) * (effects === 1 ? 1 : (EFFECT_WEIGHTS[z] as number)); // in range
      row[at] = mass;
      sum += mass;
    }
    logs[q] = Math.log(Math.max(Number.MIN_VALUE, sum));
  }
}

/** Writes one person's posterior over abilities; returns ln of the marginal likelihood. */
export function posteriorOf(
  person: number,
  clusters: readonly Cluster[],
  likelihoods: readonly ClusterLikelihood[],
  out: Float64Array,
): number {
  for (let q = 0; q < out.length; q += 1) out[q] = Math.log(ABILITY_WEIGHTS[q] as number); // one entry a node
  clusters.forEach(({ patternOf }, c) => {
    const start = Number(patternOf[person]) * out.length;
    addRow(likelihoods[c]?.logs.subarray(start, start + out.length) ?? NONE, out);
  });
  const peak = out.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let q = 0; q < out.length; q += 1) {
    out[q] = Math.exp((out[q] as number) - peak);
    total += out[q] as number;
  }
  for (let q = 0; q < out.length; q += 1) out[q] = (out[q] as number) / total;
  return peak + Math.log(total);
}

/** Expected persons of one cluster. */
export type ClusterCounts = {
  /** Category rows × (abilities × effects), as an M-step wants them. */
  readonly counts: Float64Array;
  /** Mean square of the standardized effect over the persons who answered. */
  readonly effectSquare: number;
};

function clusterCounts(cluster: Cluster, { joint, logs }: ClusterLikelihood, masses: Float64Array): ClusterCounts {
  const effects = effectsOf(cluster);
  const wide = ABILITIES.length * effects.length;
  const { patterns, items, problem } = cluster;
  const last = problem.items.at(-1);
  const counts = new Float64Array(((last?.row ?? 0) + (last?.model.categories ?? 0)) * wide);
  let [square, persons] = [0, 0];
  for (let p = 0; p < patterns.length / items.length; p += 1) {
    const expected = new Float64Array(wide);
    for (let n = 0; n < wide; n += 1) {
      const cell = p * ABILITIES.length + Math.floor(n / effects.length);
      expected[n] = ((masses[cell] as number) * (joint[p * wide + n] as number)) / Math.exp(logs[cell] as number); // in range
    }
    const answers = patterns.subarray(p * items.length, (p + 1) * items.length);
    if (answers.every((score) => score === NOT_PRESENTED)) continue;
    expected.forEach((mass, n) => {
      persons += mass;
      square += mass * Number(effects[n % effects.length]) ** 2;
    });
    problem.items.forEach(({ row, role }, k) => {
      const at = (row + Number(answers[k])) * wide;
      if (role === 'free' && answers[k] !== NOT_PRESENTED) addRow(expected, counts.subarray(at, at + wide));
    });
  }
  return { counts, effectSquare: persons > 0 ? square / persons : 1 };
}

export type TestletExpectation = {
  readonly ofClusters: readonly ClusterCounts[];
  /** Expected persons at each ability. */
  readonly abilities: Float64Array;
  readonly logLikelihood: number;
};

/** Dimension reduction: given ability, testlets are independent, so that each effect is integrated out by itself. */
export function testletEStep(
  { persons, weights }: Responses,
  clusters: readonly Cluster[],
  likelihoods: readonly ClusterLikelihood[],
): TestletExpectation {
  const q = ABILITIES.length;
  const masses = likelihoods.map(({ logs }) => new Float64Array(logs.length));
  const abilities = new Float64Array(q);
  const posterior = new Float64Array(q);
  let logLikelihood = 0;
  for (let i = 0; i < persons; i += 1) {
    const weight = Number(weights?.[i] ?? 1);
    logLikelihood += weight * posteriorOf(i, clusters, likelihoods, posterior);
    for (let n = 0; n < q; n += 1) posterior[n] = (posterior[n] as number) * weight; // in range
    addRow(posterior, abilities);
    clusters.forEach(({ patternOf }, c) => {
      const start = Number(patternOf[i]) * q;
      addRow(posterior, masses[c]?.subarray(start, start + q) ?? NONE);
    });
  }
  const ofClusters = clusters.map((cluster, c) => {
    const [likelihood, mass] = [likelihoods[c], masses[c]];
    if (likelihood === undefined || mass === undefined) throw new RangeError('one likelihood a cluster');
    return clusterCounts(cluster, likelihood, mass);
  });
  return { ofClusters, abilities, logLikelihood };
}
