import type { Rng } from '@cairn/kernel';
import { difficultyOfAngoff, type ItemParameters, itemInformation, successProbability } from '@cairn/psychometrics';

/** Made-up questions with what a scorer needs of them at each ability of a grid. */
export type Bank = {
  /** What the engine believes of each question. */
  readonly items: readonly ItemParameters[];
  /** Equally spaced abilities, in logits. */
  readonly thetas: Float64Array;
  /** The engine's belief before the first answer; sums to 1. */
  readonly prior: Float64Array;
  /** items × thetas: the chance of a right answer. */
  readonly right: Float64Array;
  /** thetas × items: question numbers, the most informative at that ability first. */
  readonly best: Uint16Array;
};

export const BANK_SIZE = 400;

/** What authors of Cairn's own questions rate on average: the chance that a just-passing candidate is right. */
const MEAN_RATING = 0.67;
/** In logits. Answers scatter more than ratings do (0.34), so this is twice theirs. */
export const DIFFICULTY_SPREAD = 0.7;
/** Of log discrimination: most questions between 0.6 and 1.6 per logit. */
const DISCRIMINATION_SPREAD = 0.25;

/** The more a guess helps, the harder the rest must be for the same rating. */
export const meanDifficulty = (guessing: number): number => difficultyOfAngoff(MEAN_RATING, guessing);

const POINTS = 91;
const REACH = 4.5;

function gridOf(): { thetas: Float64Array; prior: Float64Array } {
  const thetas = Float64Array.from({ length: POINTS }, (_, q) => REACH * ((2 * q) / (POINTS - 1) - 1));
  const density = thetas.map((theta) => Math.exp((-theta * theta) / 2));
  const total = density.reduce((sum, value) => sum + value, 0);
  return { thetas, prior: density.map((value) => value / total) };
}

/** The same generator makes the same bank. */
export function bankOf(guessing: number, rng: Rng): Bank {
  const middle = meanDifficulty(guessing);
  const items = Array.from({ length: BANK_SIZE }, () => ({
    a: Math.exp(DISCRIMINATION_SPREAD * rng.normal()),
    b: middle + DIFFICULTY_SPREAD * rng.normal(),
    c: guessing,
  }));
  const { thetas, prior } = gridOf();
  const right = new Float64Array(BANK_SIZE * POINTS);
  items.forEach((item, j) => {
    thetas.forEach((theta, q) => {
      right[j * POINTS + q] = successProbability(theta, item);
    });
  });
  const best = new Uint16Array(POINTS * BANK_SIZE);
  thetas.forEach((theta, q) => {
    const information = items.map((item) => itemInformation(theta, { kind: 'dichotomous', ...item }));
    const order = items.map((_, j) => j).sort((one, other) => (information[other] ?? 0) - (information[one] ?? 0));
    best.set(order, q * BANK_SIZE);
  });
  return { items, thetas, prior, right, best };
}
