import { type Rng, seededRng } from '@cairn/kernel';
import { fitPolynomial, kolmogorovSmirnov, numericStabilityIndex } from '@cairn/learning-algorithms';

export const BEGIN = {
  /** The present week, 0 to 25. */
  week: 8,
  /** How far the mean of the feature moves in a week, in its standard deviations. */
  speed: 0.12,
  /** Population stability index at which an alarm is raised. */
  alarmAt: 0.25,
  /** Weeks at whose end the model was trained anew, in rising order. */
  retrained: [] as readonly number[],
  seed: 11,
};
export type Setting = typeof BEGIN;

export const WEEKS = 26;
/** Until then nothing moves. */
const CALM_WEEKS = 6;
const ROWS = 300;
/** Weeks of rows that a new model learns from, the present one included. */
const MEMORY = 2;
const NOISE = 0.3;

export type Week = { readonly xs: readonly number[]; readonly ys: readonly number[] };

/** What the outcome truly depends on: steep near zero, flat far away. The relation itself never changes. */
export const truth = (x: number): number => 2 * Math.tanh(x);

export const meanIn = (week: number, speed: number): number => speed * Math.max(0, week - CALM_WEEKS);

function drawWeek(mean: number, rng: Rng): Week {
  const xs = Array.from({ length: ROWS }, () => mean + rng.normal());
  return { xs, ys: xs.map((x) => truth(x) + NOISE * rng.normal()) };
}

export const drawWeeks = ({ speed, seed }: Pick<Setting, 'speed' | 'seed'>): Week[] =>
  Array.from({ length: WEEKS }, (_, week) => drawWeek(meanIn(week, speed), seededRng(`drift:${seed}:${week}`)));

/** What the first model was trained on, before week 0. */
export const drawReference = ({ seed }: Pick<Setting, 'seed'>): Week => {
  const rng = seededRng(`drift:${seed}:reference`);
  const [first, second] = [drawWeek(0, rng), drawWeek(0, rng)];
  return { xs: [...first.xs, ...second.xs], ys: [...first.ys, ...second.ys] };
};

export type Measures = {
  readonly week: number;
  /** Population stability index of the feature against what the model was trained on. */
  readonly psi: number;
  /** Kolmogorov–Smirnov: the largest distance of the two distribution functions, and its p-value. */
  readonly ks: number;
  readonly pValue: number;
  /** Mean absolute error of the model in use, and of the first one. */
  readonly error: number;
  readonly firstError: number;
};

const errorOf = ({ xs, ys }: Week, predict: (x: number) => number): number =>
  xs.reduce((sum, x, row) => sum + Math.abs(predict(x) - (ys[row] ?? 0)), 0) / Math.max(1, xs.length);

/** The rows that the model in use in `week` was trained on. A model trained at the end of a week serves from the next. */
export function trainedOn(week: number, weeks: readonly Week[], reference: Week, retrained: readonly number[]): Week {
  const last = retrained.filter((one) => one < week).at(-1);
  if (last === undefined) return reference;
  const recent = weeks.slice(Math.max(0, last - MEMORY + 1), last + 1);
  return { xs: recent.flatMap(({ xs }) => xs), ys: recent.flatMap(({ ys }) => ys) };
}

/** A straight line by least squares: good near its training rows, blind beyond them. */
const lineThrough = ({ xs, ys }: Week) => fitPolynomial(xs, ys, 1);

export type Watch = {
  readonly reference: Week;
  readonly weeks: readonly Week[];
  readonly measures: readonly Measures[];
};

export function watch({ speed, seed, retrained }: Pick<Setting, 'speed' | 'seed' | 'retrained'>): Watch {
  const reference = drawReference({ seed });
  const weeks = drawWeeks({ speed, seed });
  const first = lineThrough(reference);
  const measures = weeks.map((now, week) => {
    const base = trainedOn(week, weeks, reference, retrained);
    const { statistic, pValue } = kolmogorovSmirnov(base.xs, now.xs);
    return {
      week,
      psi: numericStabilityIndex(base.xs, now.xs),
      ks: statistic,
      pValue,
      error: errorOf(now, base === reference ? first : lineThrough(base)),
      firstError: errorOf(now, first),
    };
  });
  return { reference, weeks, measures };
}

/** The first week since the last training (up to `week`) whose index reached the alarm. */
export function alarmWeek(measures: readonly Measures[], { week, alarmAt, retrained }: Setting): number | undefined {
  const since = retrained.filter((one) => one < week).at(-1) ?? -1;
  return measures.find((one) => one.week > since && one.week <= week && one.psi >= alarmAt)?.week;
}

export type Bin = { readonly from: number; readonly share: number };

export const BIN = 0.5;
export const AXIS = { low: -3.5, high: 6.5 } as const;

/** Share of the values in each half unit of the axis; what lies outside counts to the outermost. */
export function binsOf(xs: readonly number[]): Bin[] {
  const count = Math.round((AXIS.high - AXIS.low) / BIN);
  const bins = new Array<number>(count).fill(0);
  for (const x of xs) {
    const at = Math.min(count - 1, Math.max(0, Math.floor((x - AXIS.low) / BIN)));
    bins[at] = (bins[at] ?? 0) + 1;
  }
  return bins.map((total, at) => ({ from: AXIS.low + at * BIN, share: total / Math.max(1, xs.length) }));
}
