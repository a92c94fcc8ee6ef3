import type { EndpointInput, MonitoringProblemType } from '@aws-sdk/client-sagemaker';
import { confusionMatrix, fBeta, regressionReport, rocAuc, scoresOfClass } from '@cairn/learning-algorithms';
import { UserFault } from '../data/user-fault.ts';
import type { CapturedRecord } from './captured-data.ts';
import type { MetricDatum } from './metrics.ts';

/** An answer and what was true, of one row. */
interface Outcome {
  readonly truth: number;
  /** The label, or the number of a regression. */
  readonly predicted: number;
  readonly probability: number | undefined;
}

/** Limits of the baseline, one a metric. */
export type QualityConstraints = Readonly<
  Record<string, { readonly threshold: number; readonly comparison_operator: string }>
>;

export interface QualityViolation {
  readonly constraint_check_type: string;
  readonly description: string;
  readonly metric_name: string;
}

export interface ModelQualityReport {
  readonly statistics: Readonly<Record<string, unknown>>;
  readonly violations: readonly QualityViolation[];
  readonly metrics: readonly MetricDatum[];
}

/** Name of the block that holds a problem's metrics and constraints. */
const BLOCKS = {
  BinaryClassification: 'binary_classification',
  MulticlassClassification: 'multiclass_classification',
  Regression: 'regression',
} as const satisfies Record<MonitoringProblemType, string>;

/** The column of an answer that an attribute names: by its position, or by its name in JSON. */
function cellOf(attribute: string, names: readonly string[] | undefined, row: readonly string[]): number {
  const name = attribute.split('.').at(-1) ?? attribute;
  const at = names && !/^\d+$/.test(attribute) ? names.indexOf(name) : Number(attribute);
  const cell = row[at];
  if (cell === undefined || cell.trim() === '' || Number.isNaN(Number(cell))) {
    throw new UserFault(`The captured answers hold no number at attribute "${attribute}".`);
  }
  return Number(cell);
}

function outcomeOf(record: CapturedRecord, row: readonly string[], truth: number, input: EndpointInput): Outcome {
  const { InferenceAttribute, ProbabilityAttribute, ProbabilityThresholdAttribute: threshold = 0.5 } = input;
  const { outputNames } = record;
  const probability = ProbabilityAttribute === undefined ? undefined : cellOf(ProbabilityAttribute, outputNames, row);
  if (InferenceAttribute !== undefined) {
    return { truth, probability, predicted: cellOf(InferenceAttribute, outputNames, row) };
  }
  if (probability === undefined) {
    throw new UserFault('The EndpointInput names neither an InferenceAttribute nor a ProbabilityAttribute.');
  }
  return { truth, probability, predicted: Number(probability >= threshold) };
}

/**
 * Answers joined with ground truth by the id of the inference; answers without one, and the other way round, are left
 * out.
 */
export function joinTruth(
  records: readonly CapturedRecord[],
  truths: ReadonlyMap<string, readonly number[]>,
  input: EndpointInput,
): Outcome[] {
  return records.flatMap((record) => {
    const known = truths.get(record.id) ?? [];
    return record.outputs.flatMap((row, i) => {
      const truth = known[i];
      return truth === undefined ? [] : [outcomeOf(record, row, truth, input)];
    });
  });
}

type Figures = Readonly<Record<string, number | undefined>>;

function binaryFigures(outcomes: readonly Outcome[]): Figures {
  const truths = outcomes.map(({ truth }) => truth);
  const matrix = confusionMatrix(
    truths,
    outcomes.map(({ predicted }) => predicted),
    2,
  );
  const [positive, negative] = [scoresOfClass(matrix, 1), scoresOfClass(matrix, 0)];
  const { precision, recall } = positive;
  const hits = outcomes.filter(({ truth, predicted }) => truth === predicted).length;
  const scores = outcomes.flatMap(({ probability }) => (probability === undefined ? [] : [probability]));
  const hasBoth = truths.includes(0) && truths.includes(1);
  return {
    recall,
    precision,
    accuracy: hits / outcomes.length,
    true_positive_rate: recall,
    true_negative_rate: negative.recall,
    false_positive_rate: 1 - negative.recall,
    false_negative_rate: 1 - recall,
    auc: hasBoth && scores.length === truths.length ? rocAuc(truths, scores) : undefined,
    f0_5: fBeta(precision, recall, 0.5),
    f1: fBeta(precision, recall, 1),
    f2: fBeta(precision, recall, 2),
  };
}

function multiclassFigures(outcomes: readonly Outcome[]): Figures {
  const classes = 1 + Math.max(...outcomes.flatMap(({ truth, predicted }) => [truth, predicted]));
  const matrix = confusionMatrix(
    outcomes.map(({ truth }) => truth),
    outcomes.map(({ predicted }) => predicted),
    classes,
  );
  const scores = matrix.counts.map((_, k) => scoresOfClass(matrix, k));
  const weighted = (pick: (score: (typeof scores)[number]) => number) =>
    scores.reduce((sum, score) => sum + pick(score) * score.support, 0) / outcomes.length;
  const hits = outcomes.filter(({ truth, predicted }) => truth === predicted).length;
  return {
    accuracy: hits / outcomes.length,
    weighted_recall: weighted(({ recall }) => recall),
    weighted_precision: weighted(({ precision }) => precision),
    weighted_f0_5: weighted(({ precision, recall }) => fBeta(precision, recall, 0.5)),
    weighted_f1: weighted(({ precision, recall }) => fBeta(precision, recall, 1)),
    weighted_f2: weighted(({ precision, recall }) => fBeta(precision, recall, 2)),
  };
}

function regressionFigures(outcomes: readonly Outcome[]): Figures {
  const report = regressionReport(
    outcomes.map(({ truth }) => truth),
    outcomes.map(({ predicted }) => predicted),
  );
  return {
    mae: report.meanAbsoluteError,
    mse: report.meanSquaredError,
    rmse: report.rootMeanSquaredError,
    r2: report.rSquared,
  };
}

const FIGURES: Readonly<Record<MonitoringProblemType, (outcomes: readonly Outcome[]) => Figures>> = {
  BinaryClassification: binaryFigures,
  MulticlassClassification: multiclassFigures,
  Regression: regressionFigures,
};

function violationsOf(figures: Figures, constraints: QualityConstraints): QualityViolation[] {
  return Object.entries(constraints).flatMap(([metric_name, { threshold, comparison_operator }]) => {
    const value = figures[metric_name];
    if (value === undefined) return [];
    const isBroken = comparison_operator === 'LessThanThreshold' ? value < threshold : value > threshold;
    const description = `Metric ${metric_name} with ${value} was ${comparison_operator} '${threshold}'`;
    return isBroken ? [{ constraint_check_type: comparison_operator, description, metric_name }] : [];
  });
}

/** The constraints of a problem in a constraints.json: `{"binary_classification_constraints": {…}}`. */
export function qualityConstraints(file: unknown, problem: MonitoringProblemType): QualityConstraints {
  if (typeof file !== 'object' || file === null) return {};
  const block: unknown = Reflect.get(file, `${BLOCKS[problem]}_constraints`);
  const entries = typeof block === 'object' && block !== null ? Object.entries(block) : [];
  return Object.fromEntries(
    entries.filter(
      ([, limit]) => typeof limit?.threshold === 'number' && typeof limit?.comparison_operator === 'string',
    ),
  );
}

/** @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-model-quality-metrics.html */
export function modelQuality(
  outcomes: readonly Outcome[],
  problem: MonitoringProblemType,
  constraints: QualityConstraints,
): ModelQualityReport {
  const figures = FIGURES[problem](outcomes);
  const known = Object.entries(figures).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  const block = Object.fromEntries(known.map(({ name, value }) => [name, { value }]));
  return {
    statistics: { version: 0, dataset: { item_count: outcomes.length }, [`${BLOCKS[problem]}_metrics`]: block },
    violations: violationsOf(figures, constraints),
    metrics: known,
  };
}
