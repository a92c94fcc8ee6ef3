export type {
  AdaptiveAnswer,
  AdaptiveDefinition,
  AdaptiveItem,
  AdaptiveLog,
  AdaptiveStep,
  DomainRule,
  DomainTally,
  ExposureControl,
  ItemChoice,
  Known,
  Pace,
  PassedOver,
  SelectionCriterion,
  StoppingRules,
  StopReason,
} from './adaptive/adaptive-test.ts';
export { calibrateExposure, type ExposureCalibration } from './adaptive/calibrate-exposure.ts';
export { describeChoice, describeStop } from './adaptive/describe.ts';
export { nextStep } from './adaptive/next-step.ts';
export { getPreparedTest, type Preparation, type PreparedTest, prepareAdaptive } from './adaptive/prepare.ts';
export { type Sitting, simulatedBank, simulatedScore, simulateSitting } from './adaptive/simulate.ts';
export {
  type ExposureReport,
  normalAbilities,
  type Recovery,
  type SimulationReport,
  simulateAdaptive,
} from './adaptive/simulation-report.ts';
export { type CalibrationPart, calibrate, calibrateInParts } from './calibration/calibrate.ts';
export type {
  Calibrated,
  Calibration,
  CalibrationFlag,
  CalibrationProblem,
  ItemCalibration,
} from './calibration/calibration.ts';
export { connectedBlocks } from './calibration/connected-blocks.ts';
export {
  type CodingPlan,
  type EStepAnswer,
  type EStepRequest,
  type EStepShare,
  eStepShare,
  type KernelChoice,
} from './calibration/e-step/share.ts';
export type { Groups, Tallies } from './calibration/e-step/tallies.ts';
export { type CollapsedResponses, collapseEmptyCategories } from './calibration/empty-categories.ts';
export type { LatentDistribution } from './calibration/fit-problem.ts';
export type { CalibrationOptions, ModelName } from './calibration/options.ts';
export type { BetaPrior, ItemPrior, LogitNormalPrior, LogNormalPrior, NormalPrior } from './calibration/priors.ts';
export type { FittedProblem, ParameterInformation } from './calibration/standard-errors/observed-information.ts';
export {
  type ItemErrors,
  type LatentErrors,
  type StandardErrorOptions,
  type StandardErrors,
  standardErrors,
} from './calibration/standard-errors/standard-errors.ts';
export { FLAG_LIMITS, type FlagLimits, type ItemFlag, itemFlags } from './classical/item-flags.ts';
export {
  classicalStatistics,
  type ItemStatistics,
  restShares,
  type TestStatistics,
} from './classical/item-statistics.ts';
export {
  type OptionChoices,
  type OptionPoint,
  type OptionStatistics,
  optionAnalysis,
} from './classical/option-analysis.ts';
export { type BreslowDayDif, breslowDayDif } from './dif/breslow-day.ts';
export { type LikelihoodRatioDif, type LikelihoodRatioStudy, likelihoodRatioDif } from './dif/likelihood-ratio.ts';
export { type LogisticDif, type LogisticTest, logisticDif } from './dif/logistic.ts';
export { type LordDif, type LordStudy, lordDif } from './dif/lord.ts';
export { type DifClass, type MantelHaenszelDif, mantelHaenszelDif } from './dif/mantel-haenszel.ts';
export { type Purified, purifiedDif } from './dif/purification.ts';
export { type StandardizationDif, standardizationDif } from './dif/standardization.ts';
export type { DifStudy, Untestable } from './dif/study.ts';
export { type Ability, eapAbility, momentsOf, posterior, probabilityAbove, quantile, type Score } from './eap.ts';
export { abilityGroupFit } from './fit/ability-group-fit.ts';
export { type ObservedProportion, observedProportions } from './fit/ability-groups.ts';
export type { ItemTest } from './fit/item-test.ts';
export { type ItemPair, type LocalDependence, localDependence } from './fit/local-dependence.ts';
export { lzStar } from './fit/lz-star.ts';
export type { ResidualFit } from './fit/mean-squares.ts';
export { type ModelFit, modelFit } from './fit/model-fit.ts';
export { empiricalReliability, marginalReliability, type PrecisionPoint, precisionCurve } from './fit/reliability.ts';
export { itemResidualFit, personResidualFit } from './fit/residual-fit.ts';
export { sumScoreFit } from './fit/sum-score-fit.ts';
export { type GridPoint, normalGrid } from './grid.ts';
export {
  type CalibratedItem,
  type CategoryCurve,
  categoryCurve,
  type DichotomousItem,
  expectedScore,
  type GradedItem,
  itemInformation,
  maximumScore,
  type PartialCreditItem,
  testInformation,
} from './items/calibrated-item.ts';
export { difficultyOfAngoff, type ItemParameters, successProbability } from './items/item-parameters.ts';
export type { Evidence, EvidenceKind } from './learner/evidence.ts';
export {
  type AbilityPrior,
  LEARNER_DEFAULTS,
  type LearnerConstants,
  type LearnerModel,
  learnerModel,
  type SelfReport,
} from './learner/learner-model.ts';
export {
  type AbilityInterval,
  type DomainAbility,
  type LearnerState,
  laterState,
  learnerHistory,
  learnerState,
  overallAbility,
} from './learner/learner-state.ts';
export type { AnchorDrift } from './linking/drift.ts';
export { type Link, type LinkingMethod, type LinkingOptions, linkScales } from './linking/link.ts';
export {
  inverseTransformation,
  type ScaleTransformation,
  transformAbility,
  transformItem,
} from './linking/transformation.ts';
export { chiSquareTail } from './numbers/chi-square.ts';
export { DEVIATE_80, type ProportionInterval, wilsonInterval } from './proportion.ts';
export type { EvidenceStatus } from './readiness/enough-evidence.ts';
export { type Forecast, type ForecastDay, readinessForecast, type StudyPlan } from './readiness/forecast.ts';
export type { BlueprintDomain, FormBlueprint, PoolItem } from './readiness/form-blueprint.ts';
export { type HourValue, valueOfNextHour } from './readiness/next-hour.ts';
export type { PassEstimate } from './readiness/pass-distribution.ts';
export { type DomainContribution, type Readiness, type ReadinessOptions, readiness } from './readiness/readiness.ts';
export { type LearningRate, READINESS_DEFAULTS, type ReadinessConstants } from './readiness/readiness-constants.ts';
export {
  type Binning,
  type CalibrationBin,
  ENOUGH_OUTCOMES,
  type Prediction,
  type Reliability,
  reliability,
} from './readiness/reliability.ts';
export {
  type ReadinessValidation,
  readinessValidation,
  type ValidationBin,
  type ValidationStudy,
} from './readiness/validation.ts';
export type { CsvFault } from './responses/csv-columns.ts';
export {
  type ResponseReader,
  type ResponseReaderOptions,
  type ResponseTable,
  responseReader,
} from './responses/response-reader.ts';
export { NOT_PRESENTED, type Responses, responsesOf } from './responses/responses.ts';
export { plausibleValues } from './scoring/plausible-values.ts';
export { scorePersons } from './scoring/score-persons.ts';
export {
  type AbilityBounds,
  type InformationKind,
  type PersonScore,
  type PersonScores,
  personScore,
  type ScoringMethod,
} from './scoring/scoring-method.ts';
export { type SumScoreRow, sumScoreTable } from './scoring/sum-score.ts';
export { asTestlets, type TestletColumn, type TestletResponses } from './testlets/as-testlets.ts';
export {
  calibrateTestlets,
  type TestletCalibration,
  type TestletModel,
  type TestletOptions,
} from './testlets/testlet-calibration.ts';
