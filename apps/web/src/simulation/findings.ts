import { successProbability } from '@cairn/psychometrics';
import { DIFFICULTY_SPREAD, meanDifficulty } from './bank.ts';
import type { Setting } from './setting.ts';
import type { Calling, Simulation } from './simulation.ts';

/** A number of logits with its sign, a true minus and one digit: "+0.5", "−1.2", "0". */
export function logits(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  if (rounded === 0) return '0';
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(1)}`;
}

/** Whole percent; what is rare but happens is not said to be nothing. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %';
  if (share < 1 && share >= 0.995) return 'over 99 %';
  return `${Math.round(share * 100)} %`;
}

/** Deviates and weights of a normal: enough for a share in whole percent. */
const NODES = Array.from({ length: 25 }, (_, k) => -3 + k / 4);

/** Right answers out of 100 that somebody of this ability gives to the simulation's questions. */
export function rightOf100(theta: number, guessing: number): number {
  const weights = NODES.map((z) => Math.exp((-z * z) / 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = NODES.reduce((sum, z, k) => {
    const item = { a: 1, b: meanDifficulty(guessing) + DIFFICULTY_SPREAD * z, c: guessing };
    return sum + (weights[k] ?? 0) * successProbability(theta, item);
  }, 0);
  return Math.round((100 * share) / total);
}

/** Where a candidate stands, in words. */
export function place(ability: number, cut: number): string {
  const gap = Math.abs(Math.round((ability - cut) * 10) / 10);
  if (gap === 0) return 'exactly at the line';
  return `${gap.toFixed(1)} logits ${ability > cut ? 'above' : 'below'} the line`;
}

/** The first sentence of the page: what the number of answers tells about this candidate or this group. */
export function headline({ setting, calledReady, falselyReady, falselyNotReady }: Simulation): string {
  const start = `With ${setting.answers} answers`;
  if (setting.truth === 'one') {
    return `${start}, a candidate ${place(setting.ability, setting.cut)} is called ready ${percent(calledReady)} of the time.`;
  }
  return `${start}, ${percent(falselyReady)} of this group are called ready too early, and ${percent(falselyNotReady)} are held back although they are ready.`;
}

/** The second one: how right that is. */
export function verdictSentence(simulation: Simulation): string {
  const { setting, calledReady, falselyReady, falselyNotReady } = simulation;
  if (setting.truth === 'group') {
    return `So ${percent(falselyReady + falselyNotReady)} of the verdicts are wrong.`;
  }
  if (Math.abs(setting.ability - setting.cut) < 0.05) {
    return 'Right at the line no number of answers helps: more of them only narrow how near to it one has to stand to be misjudged.';
  }
  return setting.ability > setting.cut
    ? `They are ready, so ${percent(1 - calledReady)} of the verdicts are wrong.`
    : `They are not ready, so ${percent(calledReady)} of the verdicts are wrong.`;
}

/**
 * The least distance from the line, in logits, at which both the able and the unable are judged rightly in the given
 * share of cases; undefined if the curve ends before that.
 */
export function sureDistance(calling: readonly Calling[], cut: number, share: number): number | undefined {
  const shareAt = (theta: number) => calling.find((one) => Math.abs(one.theta - theta) < 1e-9)?.share;
  const distances = calling.map(({ theta }) => theta - cut).filter((distance) => distance > 1e-9);
  return distances.find((distance) => {
    const [above, below] = [shareAt(cut + distance), shareAt(cut - distance)];
    return above !== undefined && below !== undefined && above >= share && below <= 1 - share;
  });
}

/** How far apart two candidates must stand before this many answers separate them, in words. */
export function distanceSentence({ setting, calling }: Simulation): string {
  const distance = sureDistance(calling, setting.cut, 0.9);
  if (distance === undefined) {
    return 'Even 2 logits away from the line, fewer than nine in ten are judged rightly.';
  }
  const right = (theta: number) => rightOf100(theta, setting.guessing);
  return `Nine in ten are judged rightly from ${Number(distance.toFixed(2))} logits away from the line on: ${right(
    setting.cut + distance,
  )} or ${right(setting.cut - distance)} right answers of 100, where the line is ${right(setting.cut)}.`;
}

/** In reported standard errors: how far estimates lie from the truth on average before that is what spoils intervals. */
const PULLED_IN = 0.5;

/** What the errors of the questions' difficulties do to the interval that is reported. */
export function coverageSentence(simulation: Simulation, { miscalibration }: Setting): string {
  const { coverage, meanEstimate, meanTruth, standardError } = simulation;
  const isPulledIn = Math.abs(meanEstimate - meanTruth) > PULLED_IN * standardError;
  const found = `The 80 % interval holds the truth in ${percent(coverage)} of the cases`;
  if (coverage < 0.76 && isPulledIn) {
    return `${found}: so far from the middle, the belief before the first answer pulls the estimate in.`;
  }
  if (coverage < 0.76 && miscalibration > 0) return `${found}: it promises too much, since difficulties are off.`;
  if (coverage < 0.76) return `${found}: it promises too much.`;
  if (coverage > 0.84) return `${found}: near the middle, the belief before the first answer helps.`;
  return `${found}, as it should.`;
}
