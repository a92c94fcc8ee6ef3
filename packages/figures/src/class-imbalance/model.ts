export const BEGIN = {
  /** Share of positive cases, in [0.001, 0.5]. */
  prevalence: 0.01,
  /** Chance that the detector finds a positive case. */
  recall: 0.8,
  /** Chance that it raises an alarm on a negative one. */
  falseAlarmRate: 0.05,
  positives: 'faulty parts',
};
export type Setting = typeof BEGIN;

export const CASES = 10_000;

/** Expected counts in 10,000 cases. */
export type Counts = {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
};

type Rates = Pick<Setting, 'prevalence' | 'recall' | 'falseAlarmRate'>;

export function countsOf({ prevalence, recall, falseAlarmRate }: Rates): Counts {
  const positives = CASES * prevalence;
  const negatives = CASES - positives;
  return {
    truePositives: positives * recall,
    falseNegatives: positives * (1 - recall),
    falsePositives: negatives * falseAlarmRate,
    trueNegatives: negatives * (1 - falseAlarmRate),
  };
}

/** Whoever always answers "no": a detector that raises no alarm at all. */
export const alwaysNo = (prevalence: number): Counts => countsOf({ prevalence, recall: 0, falseAlarmRate: 0 });

export const METRICS = ['accuracy', 'precision', 'recall', 'F1'] as const;
export type Metric = (typeof METRICS)[number];
/** Undefined where nothing was claimed: precision and F1 have no value there. */
export type Scores = Readonly<Record<Metric, number | undefined>>;

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

export function scoresOf({ truePositives, falsePositives, falseNegatives, trueNegatives }: Counts): Scores {
  const claimed = truePositives + falsePositives;
  return {
    accuracy: share(truePositives + trueNegatives, claimed + falseNegatives + trueNegatives),
    precision: share(truePositives, claimed),
    recall: share(truePositives, truePositives + falseNegatives),
    F1: claimed === 0 ? undefined : share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
  };
}

/** Equal ratios from 0.1 % to 50 %: 54 notches of a slider. */
const LEAST = 0.001;
const MOST = 0.5;
export const NOTCHES = 54;

export function prevalenceAt(notch: number): number {
  const value = LEAST * (MOST / LEAST) ** (notch / NOTCHES);
  return notch >= NOTCHES ? MOST : Number(value.toPrecision(2));
}

export const notchOf = (prevalence: number): number =>
  Math.round((NOTCHES * Math.log(prevalence / LEAST)) / Math.log(MOST / LEAST));
