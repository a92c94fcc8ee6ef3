import { andersonMixing } from '../calibration/anderson.ts';
import { parametersOf } from '../calibration/fit-problem.ts';
import { mStep } from '../calibration/m-step.ts';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import { largestDifference } from '../numbers/vectors.ts';
import type { Responses } from '../responses/responses.ts';
import type { PersonScores } from '../scoring/scoring-method.ts';
import { asTestlets } from './as-testlets.ts';
import { type Cluster, clustersOf, observedScores, type TestletModel } from './clusters.ts';
import {
  ABILITIES,
  clusterLikelihood,
  posteriorOf,
  seenAbilities,
  type TestletExpectation,
  testletEStep,
} from './testlet-e-step.ts';

export type { TestletModel };

export type TestletCalibration = {
  /** In the order of the responses' items, for ability plus testlet effect; undefined if all its answers are the same. */
  readonly items: readonly (CalibratedItem | undefined)[];
  /** Standard deviation of each testlet's effect, in logits, beside an ability of standard deviation 1. */
  readonly effects: readonly number[];
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly isConverged: boolean;
  /** Ability of each person, the effects integrated out: posterior mean and standard deviation. */
  readonly persons: PersonScores;
};

export type TestletOptions = {
  readonly model: TestletModel;
  /** No parameter moves further in an iteration at the end. Default 1e-3. */
  readonly tolerance?: number;
  /** Default 500. */
  readonly maximumIterations?: number;
};

/** Effects start here: at 0, EM would stay at 0. */
const START_EFFECT = 0.5;
/** A standard deviation below this is none. */
const LEAST_EFFECT = 1e-3;

/** One vector holds all: the items' parameters by cluster, then ln of each cluster's effect. */
const effectPlace = (clusters: readonly Cluster[], c: number, length: number): number => length - clusters.length + c;

const effectSd = (clusters: readonly Cluster[], vector: Float64Array, c: number): number =>
  clusters[c]?.hasEffect ? Math.exp(Number(vector[effectPlace(clusters, c, vector.length)])) : 0;

function startOf(responses: Responses, clusters: readonly Cluster[]): Float64Array {
  const parameters = clusters.reduce((sum, { problem }) => sum + problem.length, 0);
  const vector = new Float64Array(parameters + clusters.length).fill(Math.log(START_EFFECT));
  clusters.forEach(({ problem, offset, items }) => {
    problem.items.forEach((item, k) => {
      parametersOf(item, vector.subarray(offset)).set(item.model.start(observedScores(responses, Number(items[k]))));
    });
  });
  return vector;
}

const likelihoodsAt = (clusters: readonly Cluster[], vector: Float64Array) =>
  clusters.map((cluster, c) => clusterLikelihood(cluster, vector, effectSd(clusters, vector, c)));

/** Mean and standard deviation of ability, by which the scale is changed back to 0 and 1: parameter expansion. */
function abilityMoments(masses: Float64Array): readonly [number, number] {
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const mean = masses.reduce((sum, mass, q) => sum + mass * Number(ABILITIES[q]), 0) / total;
  const variance = masses.reduce((sum, mass, q) => sum + mass * (Number(ABILITIES[q]) - mean) ** 2, 0) / total;
  return [mean, Math.sqrt(variance)];
}

function testletMStep(clusters: readonly Cluster[], vector: Float64Array, expected: TestletExpectation): Float64Array {
  const next = vector.slice();
  const [mean, sd] = abilityMoments(expected.abilities);
  clusters.forEach((cluster, c) => {
    const counted = expected.ofClusters[c];
    if (counted === undefined) return;
    const { problem, offset, hasEffect } = cluster;
    const nodes = seenAbilities(cluster, effectSd(clusters, vector, c));
    const own = next.subarray(offset, offset + problem.length);
    own.set(mStep(problem, own, { counts: counted.counts, masses: new Float64Array(0) }, nodes));
    for (const item of problem.items) if (item.role === 'free') item.model.rescale(parametersOf(item, own), mean, sd);
    if (!hasEffect) return;
    const grown = effectSd(clusters, vector, c) * Math.sqrt(counted.effectSquare);
    next[effectPlace(clusters, c, next.length)] = Math.log(Math.max(LEAST_EFFECT, grown / sd));
  });
  return next;
}

type Climb = { vector: Float64Array; logLikelihood: number; iterations: number; isConverged: boolean };

/** EM with mixed steps; one that makes the likelihood fall is taken back. */
function climb(responses: Responses, clusters: readonly Cluster[], options: TestletOptions): Climb {
  const { tolerance = 1e-3, maximumIterations = 500 } = options;
  const mixing = andersonMixing();
  let point = startOf(responses, clusters);
  let fallback: Float64Array | undefined;
  let best = Number.NEGATIVE_INFINITY;
  for (let iterations = 1; ; iterations += 1) {
    const expected = testletEStep(responses, clusters, likelihoodsAt(clusters, point));
    const { logLikelihood } = expected;
    if (!(logLikelihood >= best - 1e-9 * Math.abs(best)) && fallback) {
      point = fallback;
      fallback = undefined;
      mixing.restart();
      continue;
    }
    best = Math.max(best, logLikelihood);
    const plain = testletMStep(clusters, point, expected);
    const isConverged = largestDifference(plain, point) < tolerance;
    if (isConverged || iterations >= maximumIterations)
      return { vector: point, logLikelihood, iterations, isConverged };
    const mixed = mixing.next(
      point,
      plain.map((value, i) => value - Number(point[i])),
    );
    const isPossible = mixed.every(Number.isFinite);
    point = isPossible ? mixed : plain;
    fallback = isPossible ? plain : undefined;
  }
}

function scores({ persons }: Responses, clusters: readonly Cluster[], vector: Float64Array): PersonScores {
  const likelihoods = likelihoodsAt(clusters, vector);
  const posterior = new Float64Array(ABILITIES.length);
  const [thetas, standardErrors] = [new Float64Array(persons), new Float64Array(persons)];
  for (let i = 0; i < persons; i += 1) {
    posteriorOf(i, clusters, likelihoods, posterior);
    [thetas[i], standardErrors[i]] = abilityMoments(posterior);
  }
  return { thetas, standardErrors };
}

/**
 * Calibration with a random effect of each person for each testlet: an item sees ability + effect, effects are
 * independent and normal with a variance a testlet. Items that are in no testlet see ability alone. Testlets of fewer
 * than two usable items have no effect.
 *
 * @param testlets lists of item indices, each item at most once
 * @throws         RangeError for an item that is not there or named twice, or for answers without two usable items
 * @see            Bradlow, Wainer & Wang (1999), Psychometrika 64, 153–168; Gibbons & Hedeker (1992), Psychometrika 57
 */
export function calibrateTestlets(
  responses: Responses,
  testlets: readonly (readonly number[])[],
  options: TestletOptions,
): TestletCalibration {
  asTestlets({ ...responses, persons: 0 }, testlets); // checks the testlets
  const clusters = clustersOf(responses, testlets, options.model);
  const usable = clusters.flatMap(({ problem }) => problem.items.filter(({ role }) => role === 'free'));
  if (usable.length < 2)
    throw new RangeError('fewer than 2 items have different answers; there is nothing to calibrate');
  const { vector, logLikelihood, iterations, isConverged } = climb(responses, clusters, options);
  const items = new Array<CalibratedItem | undefined>(responses.items).fill(undefined);
  clusters.forEach(({ problem, offset, items: members }) => {
    problem.items.forEach((item, k) => {
      if (item.role === 'free')
        items[Number(members[k])] = item.model.toItem(parametersOf(item, vector.subarray(offset)));
    });
  });
  const effects = testlets.map((_, c) => effectSd(clusters, vector, c));
  return { items, effects, logLikelihood, iterations, isConverged, persons: scores(responses, clusters, vector) };
}
