/** counts[actual][predicted], weighted if weights were given. */
export type ConfusionMatrix = {
  readonly classes: number;
  readonly counts: readonly (readonly number[])[];
};

function requireLabel(label: number, classes: number, which: string, row: number): void {
  if (Number.isInteger(label) && label >= 0 && label < classes) return;
  throw new RangeError(`the ${which} class of row ${row + 1} is ${label}, but classes run from 0 to ${classes - 1}`);
}

/**
 * @param actual    class indexes, one a row
 * @param predicted class indexes, one a row
 * @throws          RangeError if lengths differ or a label is not a class
 */
export function confusionMatrix(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
  weights?: ArrayLike<number>,
): ConfusionMatrix {
  if (actual.length !== predicted.length) {
    throw new RangeError(`${actual.length} actual classes for ${predicted.length} predictions`);
  }
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < actual.length; i += 1) {
    const own = actual[i] as number; // i < length, here and below
    const given = predicted[i] as number;
    requireLabel(own, classes, 'actual', i);
    requireLabel(given, classes, 'predicted', i);
    const row = counts[own] as number[]; // checked
    row[given] = (row[given] as number) + (weights?.[i] ?? 1);
  }
  return { classes, counts };
}

/** 0/1 predictions: 1 where the score reaches the threshold. */
export const predictAt = (scores: ArrayLike<number>, threshold: number): Uint8Array =>
  Uint8Array.from(scores, (score) => (score >= threshold ? 1 : 0));

/** Figures of one class against the rest. */
export type ClassScores = {
  /** 0 where the class is never predicted, as scikit-learn reports it. */
  readonly precision: number;
  /** 0 where the class never occurs. */
  readonly recall: number;
  readonly fBeta: number;
  /** Rows of the class. */
  readonly support: number;
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Weighted harmonic mean of precision and recall, in which recall counts β times as much. */
export function fBeta(precision: number, recall: number, beta: number): number {
  return share((1 + beta * beta) * precision * recall, beta * beta * precision + recall);
}

export function scoresOfClass({ counts }: ConfusionMatrix, index: number, beta = 1): ClassScores {
  const hits = counts[index]?.[index] ?? 0;
  const support = counts[index]?.reduce((sum, count) => sum + count, 0) ?? 0;
  const claimed = counts.reduce((sum, row) => sum + (row[index] ?? 0), 0);
  const precision = share(hits, claimed);
  const recall = share(hits, support);
  return { precision, recall, fBeta: fBeta(precision, recall, beta), support };
}

export type ClassificationReport = {
  readonly accuracy: number;
  /** Mean recall. */
  readonly balancedAccuracy: number;
  readonly classes: readonly ClassScores[];
  /** Plain mean over the classes. */
  readonly macro: ClassScores;
  /** From the pooled counts: equals accuracy where each row has one class. */
  readonly micro: ClassScores;
  /** Mean over the classes by their support. */
  readonly weighted: ClassScores;
  /** Agreement beyond chance (Cohen). */
  readonly kappa: number;
  /** Matthews' correlation; 0 where a class is never or always predicted. */
  readonly matthews: number;
};

function averageOf(classes: readonly ClassScores[], weights: readonly number[]): ClassScores {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = (pick: (scores: ClassScores) => number) =>
    share(
      classes.reduce((sum, scores, k) => sum + pick(scores) * (weights[k] ?? 0), 0),
      total,
    );
  return {
    precision: mean((s) => s.precision),
    recall: mean((s) => s.recall),
    fBeta: mean((s) => s.fBeta),
    support: classes.reduce((sum, { support }) => sum + support, 0),
  };
}

/**
 * Precision, recall and F for each class and over all, with scikit-learn's conventions.
 *
 * @param beta how many times as much recall counts as precision; 1
 * @see        Gorodkin (2004), Computational Biology and Chemistry 28, 367–374 (the multiclass Matthews correlation)
 */
export function classificationReport(matrix: ConfusionMatrix, beta = 1): ClassificationReport {
  const { counts } = matrix;
  const classes = counts.map((_, k) => scoresOfClass(matrix, k, beta));
  const supports = classes.map(({ support }) => support);
  const claims = counts.map((_, k) => counts.reduce((sum, row) => sum + (row[k] ?? 0), 0));
  const total = supports.reduce((sum, n) => sum + n, 0);
  const hits = counts.reduce((sum, row, k) => sum + (row[k] ?? 0), 0);
  const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * (b[k] ?? 0), 0);
  const chance = product(supports, claims);
  const accuracy = share(hits, total);
  const spread = Math.sqrt((total ** 2 - product(claims, claims)) * (total ** 2 - product(supports, supports)));
  return {
    accuracy,
    balancedAccuracy: averageOf(
      classes,
      supports.map((n) => (n > 0 ? 1 : 0)),
    ).recall,
    classes,
    macro: averageOf(
      classes,
      classes.map(() => 1),
    ),
    micro: { precision: accuracy, recall: accuracy, fBeta: accuracy, support: total },
    weighted: averageOf(classes, supports),
    kappa: share(accuracy - chance / total ** 2, 1 - chance / total ** 2),
    matthews: share(hits * total - chance, spread),
  };
}
