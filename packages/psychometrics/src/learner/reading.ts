import type { Instant } from '@cairn/kernel';
import type { ItemParameters } from '../items/item-parameters.ts';
import type { Evidence } from './evidence.ts';
import type { LearnerModel } from './learner-model.ts';

/**
 * A piece of evidence as the filter reads it: a success has chance floor + (ceiling − floor) / (1 + e^(−slope(θ − b))),
 * and the logarithm of its likelihood counts `weight` times.
 */
export type Reading = {
  readonly at: Instant;
  /** Place of its domain in the model. */
  readonly index: number;
  readonly credit: number;
  readonly weight: number;
  readonly slope: number;
  readonly difficulty: number;
  readonly floor: number;
  readonly ceiling: number;
};

const DAY_MILLISECONDS = 86_400_000;
export const daysBetweenInstants = (from: Instant, to: Instant): number => (to - from) / DAY_MILLISECONDS;

/** (16√3 / 15π)²: the logistic averaged over a normal error is nearly a flatter logistic. Demidenko (2013), Mixed Models, 7.1 */
const FLATTENING = ((16 * Math.sqrt(3)) / (15 * Math.PI)) ** 2;

const byName = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** By time; ties by name and credit, so that the order in which a database returns rows does not matter. */
export function inOrder(evidence: readonly Evidence[]): Evidence[] {
  return [...evidence].sort((a, b) => a.at - b.at || byName(a.itemId, b.itemId) || a.credit - b.credit);
}

function check({ at, credit, weight = 1, itemId }: Evidence): void {
  if (!(credit >= 0 && credit <= 1)) throw new RangeError(`${itemId}: a credit lies in [0, 1], ${credit} does not`);
  if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`${itemId}: ${weight} is no weight`);
  if (!Number.isFinite(at)) throw new RangeError(`${itemId}: ${at} is no time`);
}

/** How often a question was seen, earlier times fading; and when it was last. */
type Familiarity = { readonly times: number; readonly at: Instant };

const fadedTimes = ({ times, at }: Familiarity, now: Instant, { memory }: LearnerModel): number =>
  times * Math.exp(-daysBetweenInstants(at, now) / memory.fadingDays);

/** Keeps a curve that is certain at θ = 0 within reach of the slip. */
const EDGE = 1e-3;

/**
 * The curve of a question seen for the first time, flattened by the error in its difficulty and lowered by slips. At
 * θ = 0 it keeps its height: that is the chance which was rated, slips and all.
 */
function freshCurve({ a, b, c }: ItemParameters, { slip, difficultySd }: LearnerModel) {
  const slope = a / Math.sqrt(1 + FLATTENING * (a * difficultySd) ** 2);
  const ceiling = 1 - slip;
  const floor = Math.min(c, ceiling);
  const rated = 1 / (1 + Math.exp(a * b));
  const height = Math.min(1 - EDGE, Math.max(EDGE, (c + (1 - c) * rated - floor) / (ceiling - floor)));
  const isInside = height > EDGE && height < 1 - EDGE;
  return { slope, ceiling, floor, difficulty: isInside ? Math.log(1 / height - 1) / slope : b };
}

/**
 * The chance of a success: memory of the question first, then the curve. Each time that it was seen is another chance
 * to remember it, so a repeat that is right says little, and after a few repeats nothing; one that is wrong still says
 * much.
 */
function curveOf(parameters: ItemParameters, times: number, model: LearnerModel) {
  const curve = freshCurve(parameters, model);
  const fresh = (1 - model.memory.chance) ** times;
  return { ...curve, floor: (1 - fresh) * curve.ceiling + fresh * curve.floor };
}

/**
 * @param evidence in order of time
 * @throws         RangeError for a domain that the model lacks, credit outside [0, 1], a bad weight or time
 */
export function readEvidence(evidence: readonly Evidence[], model: LearnerModel): Reading[] {
  const indexOf = new Map(model.domains.map((domain, i) => [domain, i]));
  const seen = new Map<string, Familiarity>();
  return evidence.map((piece) => {
    check(piece);
    const { at, domain, kind, itemId, credit, weight = 1, parameters = model.typical[kind] } = piece;
    const index = indexOf.get(domain);
    if (index === undefined) {
      throw new RangeError(`${itemId}: domain ${domain} is not one of ${model.domains.join(', ')}`);
    }
    const before = seen.get(itemId);
    const times = before === undefined ? 0 : fadedTimes(before, at, model);
    seen.set(itemId, { times: times + 1, at });
    // Two answers to one question share its error in difficulty: the second is not a second witness.
    const counted = (weight * model.weights[kind]) / (1 + times);
    return { at, index, credit, weight: counted, ...curveOf(parameters, times, model) };
  });
}
