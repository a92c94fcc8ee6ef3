import { type Rng, seededRng } from '@cairn/kernel';
import { DEVIATE_80 } from '@cairn/psychometrics';
import { type Bank, bankOf } from './bank.ts';
import { type Course, courseOf } from './candidate.ts';
import { LIMITS, type Setting } from './setting.ts';

/** How the error shrinks: what the engine reports, and what it truly is (root mean square), in logits. */
export type Precision = { readonly answers: number; readonly reported: number; readonly actual: number };
/** Among candidates of one true ability, the share that is called ready. */
export type Calling = { readonly theta: number; readonly share: number };
/** A bar of a histogram, in logits; shares sum to 1. */
export type Bin = { readonly from: number; readonly to: number; readonly share: number };

export type Simulation = {
  readonly setting: Setting;
  readonly candidates: number;
  readonly estimates: readonly Bin[];
  readonly meanTruth: number;
  readonly meanEstimate: number;
  /** Half of the estimates of the candidates lie between these. */
  readonly middleHalf: readonly [number, number];
  readonly standardError: number;
  /** Share of candidates whose 80 % interval holds the truth. */
  readonly coverage: number;
  readonly calledReady: number;
  readonly falselyReady: number;
  readonly falselyNotReady: number;
  /** What an honest report says: the interval lies above the cut, below it, or holds it. */
  readonly told: { readonly ready: number; readonly unsure: number; readonly notReady: number };
  readonly precision: readonly Precision[];
  readonly calling: readonly Calling[];
};

const CANDIDATES = 2000;
/** The share of them that takes the test again at each true ability of the curve. */
const SHARE_OF_CURVE = 0.3;
/** Logits to either side of the cut: close together where the curve is steep. 0, 0.5 and 1 are among them. */
const DISTANCES = [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1, 1.25, 1.5, 1.75, 2];
const OFFSETS = [
  ...DISTANCES.slice(1)
    .reverse()
    .map((distance) => -distance),
  ...DISTANCES,
];
const BIN_WIDTH = 0.2;
const MOST_ANSWERS = LIMITS.answers.max;

type Run = { readonly truth: number; readonly course: Course };

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const shareOf = <T>(all: readonly T[], holds: (one: T) => boolean): number => all.filter(holds).length / all.length;

/**
 * Simulates what a number of answers can tell. Yields the share that is done, so that a worker can report it and hear
 * that nobody waits any more.
 */
export function* simulation(setting: Setting, candidates = CANDIDATES): Generator<number, Simulation> {
  const bank = bankOf(setting.guessing, seededRng(`${setting.seed}:bank`));
  const runs: Run[] = [];
  for (let i = 0; i < candidates; i += 1) {
    const { rng, deviate } = candidate(setting, i);
    const truth = setting.truth === 'one' ? setting.ability : setting.ability + setting.spread * deviate;
    runs.push({ truth, course: courseOf(truth, MOST_ANSWERS, bank, setting, rng) });
    if (i % 50 === 49) yield (0.7 * (i + 1)) / candidates;
  }
  const found = summary(runs, setting);
  const calling: Calling[] = [];
  const onCurve = Math.round(SHARE_OF_CURVE * candidates);
  for (const [k, offset] of OFFSETS.entries()) {
    const theta = setting.cut + offset;
    // What the larger sample has shown already must read the same in both places.
    const isShown = setting.truth === 'one' && Math.abs(theta - setting.ability) < 1e-9;
    calling.push({ theta, share: isShown ? found.calledReady : calledReadyAt(theta, bank, setting, onCurve) });
    yield 0.7 + (0.3 * (k + 1)) / OFFSETS.length;
  }
  return { setting, candidates, ...found, precision: precisionOf(runs), calling };
}

/** The same luck for candidate i wherever they stand: curves over ability are then smooth. */
function candidate({ seed }: Setting, i: number): { rng: Rng; deviate: number } {
  const rng = seededRng(`${seed}:candidate:${i}`);
  return { deviate: rng.normal(), rng };
}

function calledReadyAt(theta: number, bank: Bank, setting: Setting, candidates: number): number {
  let ready = 0;
  for (let i = 0; i < candidates; i += 1) {
    const { estimates } = courseOf(theta, setting.answers, bank, setting, candidate(setting, i).rng);
    if ((estimates[setting.answers] ?? 0) >= setting.cut) ready += 1;
  }
  return ready / candidates;
}

type Verdict = {
  readonly truth: number;
  readonly estimate: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
};

function verdictOf({ truth, course }: Run, answers: number): Verdict {
  const estimate = course.estimates[answers] ?? 0;
  const standardError = course.standardErrors[answers] ?? 0;
  const half = DEVIATE_80 * standardError;
  return { truth, estimate, standardError, low: estimate - half, high: estimate + half };
}

function summary(runs: readonly Run[], { answers, cut }: Setting) {
  const verdicts = runs.map((run) => verdictOf(run, answers));
  const estimates = verdicts.map(({ estimate }) => estimate).sort((one, other) => one - other);
  const at = (share: number) => estimates[Math.floor(share * (estimates.length - 1))] ?? 0;
  return {
    estimates: histogram(estimates),
    meanTruth: mean(verdicts.map(({ truth }) => truth)),
    meanEstimate: mean(estimates),
    middleHalf: [at(0.25), at(0.75)] as const,
    standardError: mean(verdicts.map(({ standardError }) => standardError)),
    coverage: shareOf(verdicts, ({ truth, low, high }) => low <= truth && truth <= high),
    calledReady: shareOf(verdicts, ({ estimate }) => estimate >= cut),
    falselyReady: shareOf(verdicts, ({ truth, estimate }) => truth < cut && estimate >= cut),
    falselyNotReady: shareOf(verdicts, ({ truth, estimate }) => truth >= cut && estimate < cut),
    told: {
      ready: shareOf(verdicts, ({ low }) => low >= cut),
      unsure: shareOf(verdicts, ({ low, high }) => low < cut && high >= cut),
      notReady: shareOf(verdicts, ({ high }) => high < cut),
    },
  };
}

/** Bars of one width whose edges are round numbers, without a gap between the first and the last. */
function histogram(sorted: readonly number[]): Bin[] {
  const first = Math.floor((sorted[0] ?? 0) / BIN_WIDTH);
  const last = Math.floor((sorted.at(-1) ?? 0) / BIN_WIDTH);
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const value of sorted) {
    const bin = Math.floor(value / BIN_WIDTH) - first;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({
    from: (first + bin) * BIN_WIDTH,
    to: (first + bin + 1) * BIN_WIDTH,
    share: count / sorted.length,
  }));
}

/** At 5, 10, 15 … answers. */
function precisionOf(runs: readonly Run[]): Precision[] {
  const { min, max, step } = LIMITS.answers;
  return Array.from({ length: (max - min) / step + 1 }, (_, k) => {
    const answers = min + k * step;
    const verdicts = runs.map((run) => verdictOf(run, answers));
    return {
      answers,
      reported: mean(verdicts.map(({ standardError }) => standardError)),
      actual: Math.sqrt(mean(verdicts.map(({ truth, estimate }) => (estimate - truth) ** 2))),
    };
  });
}
