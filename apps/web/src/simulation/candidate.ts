import type { Rng } from '@cairn/kernel';
import { successProbability } from '@cairn/psychometrics';
import type { Bank } from './bank.ts';
import type { Setting } from './setting.ts';

/** After each answer: the posterior mean and standard deviation of ability, in logits. Entry 0 is before any answer. */
export type Course = { readonly estimates: Float64Array; readonly standardErrors: Float64Array };

/** An adaptive test draws among this many of the most informative questions, so that not everybody sees the same. */
const DRAWN_AMONG = 5;

type Belief = { readonly mass: Float64Array; mean: number; standardError: number };

/** Mean and standard deviation of what is believed; also brings the mass back to a sum of 1. */
function settle(belief: Belief, thetas: Float64Array): void {
  let total = 0;
  let first = 0;
  let second = 0;
  for (let q = 0; q < thetas.length; q += 1) {
    const mass = belief.mass[q] ?? 0;
    const weighted = mass * (thetas[q] ?? 0);
    total += mass;
    first += weighted;
    second += weighted * (thetas[q] ?? 0);
  }
  for (let q = 0; q < thetas.length; q += 1) belief.mass[q] = (belief.mass[q] ?? 0) / total;
  belief.mean = first / total;
  belief.standardError = Math.sqrt(Math.max(0, second / total - belief.mean ** 2));
}

function learn(belief: Belief, item: number, isRight: boolean, { thetas, right }: Bank): void {
  const row = item * thetas.length;
  for (let q = 0; q < thetas.length; q += 1) {
    const p = right[row + q] ?? 0;
    belief.mass[q] = (belief.mass[q] ?? 0) * (isRight ? p : 1 - p);
  }
  settle(belief, thetas);
}

/** One of the most informative questions at what is believed now that were not asked yet. */
function mostInformative(mean: number, bank: Bank, isAsked: Uint8Array, rng: Rng): number {
  const { thetas, best, items } = bank;
  const step = (thetas[1] ?? 0) - (thetas[0] ?? 0);
  const nearest = Math.min(thetas.length - 1, Math.max(0, Math.round((mean - (thetas[0] ?? 0)) / step)));
  let skips = rng.below(DRAWN_AMONG);
  let last = 0;
  for (let rank = 0; rank < items.length; rank += 1) {
    const item = best[nearest * items.length + rank] ?? 0;
    if (isAsked[item]) continue;
    last = item;
    if (skips === 0) break;
    skips -= 1;
  }
  return last;
}

/**
 * One candidate answers `answers` questions of the bank.
 *
 * The questions are truly harder or easier than the engine believes, by a normal error of standard deviation
 * `miscalibration`; the engine scores with what it believes.
 */
export function courseOf(theta: number, answers: number, bank: Bank, setting: Setting, rng: Rng): Course {
  const belief: Belief = { mass: bank.prior.slice(), mean: 0, standardError: 1 };
  settle(belief, bank.thetas);
  const estimates = new Float64Array(answers + 1).fill(belief.mean);
  const standardErrors = new Float64Array(answers + 1).fill(belief.standardError);
  const isAsked = new Uint8Array(bank.items.length);
  const drawn = setting.choice === 'random' ? rng.shuffle(bank.items.map((_, j) => j)) : [];
  for (let n = 1; n <= answers; n += 1) {
    const item = drawn[n - 1] ?? mostInformative(belief.mean, bank, isAsked, rng);
    isAsked[item] = 1;
    const believed = bank.items[item];
    if (!believed) throw new RangeError(`question ${item} is not in the bank`);
    const truly = { ...believed, b: believed.b + setting.miscalibration * rng.normal() };
    learn(belief, item, rng.next() < successProbability(theta, truly), bank);
    estimates[n] = belief.mean;
    standardErrors[n] = belief.standardError;
  }
  return { estimates, standardErrors };
}
