export {
  fitIsolationForest,
  type IsolationForest,
  type IsolationForestOptions,
  isolationScores,
} from './anomaly/isolation-forest.ts';
export {
  fitRandomCutForest,
  type RandomCutForest,
  type RandomCutForestOptions,
  randomCutScores,
} from './anomaly/random-cut-forest.ts';
export type { BiasMetric } from './bias/facets.ts';
export { flipTest } from './bias/flip-test.ts';
export { type PostTrainingData, postTrainingBias } from './bias/post-training.ts';
export { type PreTrainingData, preTrainingBias } from './bias/pre-training.ts';
export { type Elbow, findElbow } from './clustering/elbow.ts';
export {
  assignClusters,
  type ClusterAssignment,
  fitKMeans,
  type KMeansModel,
  type KMeansOptions,
} from './clustering/k-means.ts';
export { silhouette } from './clustering/silhouette.ts';
export {
  type Constraints,
  DEFAULT_MONITORING,
  describeTable,
  type MonitoringConfig,
  type Statistics,
  suggestConstraints,
} from './drift/baseline.ts';
export {
  binShares,
  jensenShannonDistance,
  numericStabilityIndex,
  quantileEdges,
  stabilityIndex,
} from './drift/distances.ts';
export { chiSquareTest, countValues, kolmogorovSmirnov, type TestResult } from './drift/two-samples.ts';
export { type ConstraintViolations, checkBatch, driftDistances, type Violation } from './drift/violations.ts';
export {
  type Backtest,
  type BacktestOptions,
  backtest,
  meanAbsolutePercentageError,
  meanAbsoluteScaledError,
  quantileLoss,
  symmetricPercentageError,
} from './forecasting/backtest.ts';
export {
  type Forecast,
  type ForecastMethod,
  type ForecastModel,
  fitForecast,
  forecastAhead,
} from './forecasting/forecast.ts';
export { type FeatureImportance, type PermutationOptions, permutationImportance } from './importance/permutation.ts';
export {
  fitLinearLearner,
  type LinearFit,
  type LinearLearnerOptions,
  type LinearModel,
} from './linear/linear-learner.ts';
export { predictLinear } from './linear/predict-linear.ts';
export {
  type ClassificationReport,
  type ClassScores,
  type ConfusionMatrix,
  classificationReport,
  confusionMatrix,
  fBeta,
  predictAt,
  scoresOfClass,
} from './metrics/confusion.ts';
export {
  brierScore,
  type CalibrationBin,
  type CalibrationOptions,
  calibrationCurve,
  expectedCalibrationError,
  logLoss,
} from './metrics/probability.ts';
export {
  averagePrecision,
  cheapestThreshold,
  type DecisionCosts,
  type PrecisionRecallPoint,
  precisionRecallCurve,
  type RocPoint,
  rocAuc,
  rocCurve,
  type ThresholdChoice,
} from './metrics/ranking.ts';
export { type RegressionReport, regressionReport } from './metrics/regression.ts';
export { type LinearScores, linearModelToOnnx } from './onnx/linear-model.ts';
export { boostedTreesToOnnx } from './onnx/tree-ensemble.ts';
export type { ConditionExpression } from './preparation/conditions.ts';
export { findLeakingFeatures, findSharedRows, type Leak } from './preparation/leakage.ts';
export {
  type ColumnProfile,
  type ColumnType,
  type NumberProfile,
  profileTable,
  type TableProfile,
} from './preparation/profile.ts';
export { applyRecipe, RECIPE_OPERATIONS, type RecipeOutcome, type RecipeStep } from './preparation/recipe.ts';
export { numbersOf, type TextTable, textRows, textTable } from './preparation/text-table.ts';
export { fitPca, type PcaModel, type PcaOptions, projectRows, rebuildRows } from './projection/pca.ts';
export { type Column, type Table, tableFromRows, tableOf, takeRows } from './table/table.ts';
export type { RoundReport, Watched } from './trees/boosting/watching.ts';
export { METRICS, type MetricName } from './trees/evaluation/metrics.ts';
export { dumpTrees } from './trees/explanation/dump.ts';
export { featureImportance, type Importance, type ImportanceKind } from './trees/explanation/importance.ts';
export { treeShap } from './trees/explanation/tree-shap.ts';
export { type Loaded, loadBoostedTrees, saveBoostedTrees } from './trees/model/load.ts';
export type { BoostedTrees, Tree } from './trees/model/model-schema.ts';
export { predict, predictMargins } from './trees/model/predict.ts';
export { type BoostingParameters, OBJECTIVES, type Objective } from './trees/parameters/boosting-parameters.ts';
export { type ParsedParameters, parseBoostingParameters } from './trees/parameters/parse-parameters.ts';
export { type BoostingTask, type Trained, trainBoostedTrees } from './trees/train.ts';
export type { TrainingSet } from './trees/training-set.ts';
export type { KernelChoice } from './trees/workbench.ts';
export {
  type HyperbandSearch,
  type HyperbandStep,
  type HyperbandTrial,
  nextHyperbandStep,
  type ObservedTrial,
  planBracket,
  type Rung,
} from './tuning/hyperband.ts';
export {
  type ParameterRange,
  type Parameters,
  type ParameterValue,
  type RangesOutcome,
  readRanges,
  type Scaling,
  type WireRanges,
} from './tuning/ranges.ts';
export { bestTrial, type Search, type Strategy, suggestParameters, type Trial } from './tuning/search.ts';
export { type BiasVarianceStudy, biasVariance, type ErrorParts, fitPolynomial } from './validation/bias-variance.ts';
export {
  type CrossValidation,
  crossValidate,
  type Evaluate,
  type LearningCurvePoint,
  learningCurve,
} from './validation/cross-validate.ts';
export {
  groupKFold,
  groupSplit,
  kFold,
  type Split,
  stratifiedKFold,
  stratifiedSplit,
  timeSeriesSplit,
  timeSplit,
  trainTestSplit,
} from './validation/splits.ts';
