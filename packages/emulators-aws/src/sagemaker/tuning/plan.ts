import type { CreateHyperParameterTuningJobRequest, ParameterRanges } from '@aws-sdk/client-sagemaker';
import { type ParameterRange, readRanges } from '@cairn/learning-algorithms';
import { ALGORITHMS } from '../algorithms/registry.ts';
import { notSupported, validation } from '../errors.ts';
import { requireAlgorithm } from '../training/check-request.ts';

/** What a tuning job searches for, read from its request. */
export interface TuningPlan {
  readonly strategy: 'Random' | 'Grid' | 'Bayesian' | 'Hyperband';
  readonly ranges: readonly ParameterRange[];
  readonly direction: 'Maximize' | 'Minimize';
  readonly metricName: string;
  readonly seed: string;
  readonly mostJobs: number;
  readonly mostParallel: number;
  readonly stopsEarly: boolean;
  /** The tuning ends when a job reaches it. */
  readonly target: number | undefined;
  /** Of Hyperband: training rounds. */
  readonly resources: { readonly least: number; readonly most: number } | undefined;
}

type Request = Pick<
  CreateHyperParameterTuningJobRequest,
  'HyperParameterTuningJobName' | 'HyperParameterTuningJobConfig' | 'TrainingJobDefinition'
>;

const DEFAULT_GRID_LIMIT = 750;

function rangesOf({
  IntegerParameterRanges: integers = [],
  ContinuousParameterRanges: continuous = [],
  CategoricalParameterRanges: categorical = [],
}: ParameterRanges): readonly ParameterRange[] {
  const numeric = ({ Name = '', MinValue = '', MaxValue = '', ScalingType = 'Auto' }: (typeof integers)[number]) => ({
    ...{ Name, MinValue, MaxValue, ScalingType },
  });
  const read = readRanges({
    IntegerParameterRanges: integers.map(numeric),
    ContinuousParameterRanges: continuous.map(numeric),
    CategoricalParameterRanges: categorical.map(({ Name = '', Values = [] }) => ({ Name, Values })),
  });
  if (read.outcome === 'fault') throw validation(read.messages.join(' '));
  if (read.ranges.length === 0) throw validation('ParameterRanges must name at least one hyperparameter to tune.');
  return read.ranges;
}

function objectiveOf({ HyperParameterTuningJobConfig, TrainingJobDefinition }: Request) {
  const { Type, MetricName: name = '' } = HyperParameterTuningJobConfig?.HyperParameterTuningJobObjective ?? {};
  const { AlgorithmSpecification } = TrainingJobDefinition ?? {};
  const { objectives } =
    ALGORITHMS[requireAlgorithm({ AlgorithmSpecification: asSpecification(AlgorithmSpecification) })];
  const direction = Object.hasOwn(objectives, name) ? objectives[name] : undefined;
  if (direction === undefined) {
    const known = Object.keys(objectives).join(', ') || 'none';
    throw validation(
      `The objective metric for the hyperparameter tuning job, [${name}], isn't valid for the algorithm. Choose a valid objective metric: ${known}.`,
    );
  }
  if (direction !== Type) {
    throw validation(
      `The objective metric type, [${Type}], that you specified for objective metric, [${name}], isn't valid for the algorithm. Choose a valid objective metric type.`,
    );
  }
  return { metricName: name, direction };
}

type Specification = NonNullable<NonNullable<Request['TrainingJobDefinition']>['AlgorithmSpecification']>;

/** A tuning job's specification in the form that training jobs have. */
export const asSpecification = (given: Specification | undefined) => ({
  TrainingImage: given?.TrainingImage,
  AlgorithmName: given?.AlgorithmName,
  TrainingInputMode: given?.TrainingInputMode ?? 'File',
});

function resourcesOf({ HyperParameterTuningJobConfig, TrainingJobDefinition }: Request): TuningPlan['resources'] {
  const { MinResource: least = 1, MaxResource: most } =
    HyperParameterTuningJobConfig?.StrategyConfig?.HyperbandStrategyConfig ?? {};
  const { AlgorithmSpecification } = TrainingJobDefinition ?? {};
  const algorithm = requireAlgorithm({ AlgorithmSpecification: asSpecification(AlgorithmSpecification) });
  if (algorithm !== 'xgboost') {
    throw validation(
      'Hyperband needs an algorithm that trains in rounds; in this sandbox that is xgboost, by num_round.',
    );
  }
  const rounds = most ?? Number(TrainingJobDefinition?.StaticHyperParameters?.num_round ?? 0);
  if (!(least >= 1 && rounds >= least)) {
    throw validation('HyperbandStrategyConfig: MaxResource must be given and at least MinResource.');
  }
  return { least, most: rounds };
}

function checkTogether({ strategy, ranges }: Pick<TuningPlan, 'strategy' | 'ranges'>, request: Request): void {
  const odd = ranges.find(({ kind }) => kind !== 'categorical');
  if (strategy === 'Grid' && odd) {
    throw validation(`Grid search takes categorical ranges only, but ${odd.name} is a range of numbers.`);
  }
  const fixed = request.TrainingJobDefinition?.StaticHyperParameters ?? {};
  const twice = ranges.find(({ name }) => Object.hasOwn(fixed, name));
  if (twice) throw validation(`Hyperparameter ${twice.name} is both static and tuned: leave one out.`);
}

/** Reads what is to be searched; SageMaker's refusals come as ValidationException. */
export function planTuning(request: Request): TuningPlan {
  const config = request.HyperParameterTuningJobConfig;
  const { MaxNumberOfTrainingJobs: most, MaxParallelTrainingJobs: parallel = 1 } = config?.ResourceLimits ?? {};
  const strategy = config?.Strategy ?? 'Bayesian';
  const ranges = rangesOf(config?.ParameterRanges ?? {});
  checkTogether({ strategy, ranges }, request);
  if (strategy !== 'Grid' && most === undefined) throw validation('ResourceLimits must have MaxNumberOfTrainingJobs.');
  const criteria = config?.TuningJobCompletionCriteria;
  if (criteria?.BestObjectiveNotImproving || criteria?.ConvergenceDetected) {
    throw notSupported('A TuningJobCompletionCriteria other than TargetObjectiveMetricValue');
  }
  return {
    ...{ strategy, ranges, ...objectiveOf(request) },
    seed: String(config?.RandomSeed ?? request.HyperParameterTuningJobName),
    mostJobs: most ?? DEFAULT_GRID_LIMIT,
    mostParallel: parallel,
    stopsEarly: config?.TrainingJobEarlyStoppingType === 'Auto',
    target: criteria?.TargetObjectiveMetricValue,
    resources: strategy === 'Hyperband' ? resourcesOf(request) : undefined,
  };
}
