import { seededRng } from '@cairn/kernel';
import { fitPolynomial } from '@cairn/learning-algorithms';

export const BEGIN = {
  /** Of the polynomial, 1 to 12. */
  degree: 1,
  /** Training points. */
  points: 20,
  /** Standard deviation of what no model can know. */
  noise: 0.25,
  seed: 44,
};
export type Setting = typeof BEGIN;

export const DEGREES: readonly number[] = Array.from({ length: 12 }, (_, at) => at + 1);

export type Pair = { readonly x: number; readonly y: number };

/** The curve behind the data, on [−1, 1]. */
export const truth = (x: number): number => Math.sin(1.5 * Math.PI * x);

type Sampled = Pick<Setting, 'points' | 'noise'>;

/** Points of one sample, by x. Stream names keep the samples independent of one another. */
export function drawPairs({ points, noise }: Sampled, stream: string): Pair[] {
  const rng = seededRng(stream);
  return Array.from({ length: points }, () => {
    const x = 2 * rng.next() - 1;
    return { x, y: truth(x) + noise * rng.normal() };
  }).sort((a, b) => a.x - b.x);
}

const fitTo = (pairs: readonly Pair[], degree: number) =>
  fitPolynomial(
    pairs.map(({ x }) => x),
    pairs.map(({ y }) => y),
    degree,
  );

/** Root of the mean squared error, in the unit of y. */
export function rootMeanSquare(pairs: readonly Pair[], predict: (x: number) => number): number {
  const squares = pairs.reduce((sum, { x, y }) => sum + (predict(x) - y) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, pairs.length));
}

export type DegreeErrors = { readonly degree: number; readonly training: number; readonly validation: number };

/** Fresh points that no fit has seen: many, so that their error is steady. */
const VALIDATION_POINTS = 400;

export type Study = {
  readonly training: readonly Pair[];
  readonly errors: readonly DegreeErrors[];
  /** The degree with the least validation error. */
  readonly best: DegreeErrors;
};

export function studyOf({ points, noise, seed }: Omit<Setting, 'degree'>): Study {
  const training = drawPairs({ points, noise }, `training:${seed}`);
  const validation = drawPairs({ points: VALIDATION_POINTS, noise }, 'validation');
  const errors = DEGREES.map((degree) => {
    const predict = fitTo(training, degree);
    return {
      degree,
      training: rootMeanSquare(training, predict),
      validation: rootMeanSquare(validation, predict),
    };
  });
  const best = errors.reduce((least, one) => (one.validation < least.validation ? one : least));
  return { training, errors, best };
}

const GRID: readonly number[] = Array.from({ length: 161 }, (_, at) => -1 + at / 80);

export const curveOf = (pairs: readonly Pair[], degree: number): Pair[] => {
  const predict = fitTo(pairs, degree);
  return GRID.map((x) => ({ x, y: predict(x) }));
};

export const TRUTH: readonly Pair[] = GRID.map((x) => ({ x, y: truth(x) }));

const OTHERS = 8;

/** The same degree fitted to other samples of the same size: how far they differ is the variance. */
export const otherFits = ({ degree, points, noise, seed }: Setting): Pair[][] =>
  Array.from({ length: OTHERS }, (_, at) => curveOf(drawPairs({ points, noise }, `training:${seed}:${at}`), degree));

export type FitVerdict = 'too simple' | 'about right' | 'too flexible';

/** Within a tenth of the best validation error counts as about right. */
export function verdictOf({ errors, best }: Study, degree: number): FitVerdict {
  const own = errors.find((one) => one.degree === degree) ?? best;
  if (own.validation <= best.validation * 1.1) return 'about right';
  return degree < best.degree ? 'too simple' : 'too flexible';
}
