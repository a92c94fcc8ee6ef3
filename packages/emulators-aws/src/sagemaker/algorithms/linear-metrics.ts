import {
  classificationReport,
  confusionMatrix,
  fBeta,
  logLoss,
  predictAt,
  regressionReport,
  rocAuc,
} from '@cairn/learning-algorithms';

/** What is measured on one channel. */
export interface Scored {
  readonly labels: readonly number[];
  /** A value a row, or rows × classes probabilities. */
  readonly scores: Float64Array;
  readonly classes: number;
  readonly threshold: number;
  readonly beta: number;
}

type Figures = Readonly<Record<string, number | undefined>>;

function regressorFigures({ labels, scores }: Scored): Figures {
  const {
    meanSquaredError: mse,
    rootMeanSquaredError: rmse,
    meanAbsoluteError: mae,
  } = regressionReport(labels, scores);
  return { objective_loss: mse, mse, rmse, absolute_loss: mae };
}

function binaryFigures({ labels, scores, threshold, beta }: Scored): Figures {
  const matrix = confusionMatrix(labels, predictAt(scores, threshold), 2);
  const { accuracy, classes } = classificationReport(matrix);
  const { precision = 0, recall = 0 } = classes[1] ?? {};
  return {
    objective_loss: logLoss(labels, scores),
    binary_classification_accuracy: accuracy,
    precision,
    recall,
    binary_f_beta: fBeta(precision, recall, beta),
    // Only where there is something to tell apart.
    roc_auc_score: new Set(labels).size === 2 ? rocAuc(labels, scores) : undefined,
  };
}

function multiclassFigures({ labels, scores, classes, beta }: Scored): Figures {
  const predicted = labels.map((_, i) => likeliest(scores.subarray(i * classes, (i + 1) * classes)));
  const { accuracy, macro } = classificationReport(confusionMatrix(labels, predicted, classes), beta);
  return {
    objective_loss: logLoss(labels, scores, classes),
    multiclass_accuracy: accuracy,
    macro_precision: macro.precision,
    macro_recall: macro.recall,
    macro_f_beta: macro.fBeta,
  };
}

/** Number of the class with the highest probability, the first of equals. */
export const likeliest = (row: Float64Array): number => row.indexOf(Math.max(...row));

/** The figures that SageMaker's LinearLearner reports, by their names without the channel. */
export function linearFigures(scored: Scored): Figures {
  if (scored.classes === 1) return regressorFigures(scored);
  return scored.classes === 2 ? binaryFigures(scored) : multiclassFigures(scored);
}

const FALLING = ['objective_loss', 'mse', 'rmse', 'absolute_loss'];
const RISING = [
  'binary_classification_accuracy',
  'binary_f_beta',
  'precision',
  'recall',
  'roc_auc_score',
  'multiclass_accuracy',
  'macro_precision',
  'macro_recall',
  'macro_f_beta',
];

/** Which way each figure is better, on the channels that tuning may look at. */
export const LINEAR_OBJECTIVES: Readonly<Record<string, 'Maximize' | 'Minimize'>> = Object.fromEntries(
  ['train', 'validation', 'test'].flatMap((set) => [
    ...FALLING.map((name) => [`${set}:${name}`, 'Minimize'] as const),
    ...RISING.map((name) => [`${set}:${name}`, 'Maximize'] as const),
  ]),
);
