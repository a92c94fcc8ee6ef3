import type { AlgorithmSpecification, CreateTrainingJobRequest } from '@aws-sdk/client-sagemaker';
import { ALGORITHMS } from '../algorithms/registry.ts';
import { requireAlgorithm } from './check-request.ts';

/** The specification with the metrics of the algorithm, as DescribeTrainingJob lists them for built-in ones. */
export function algorithmDefinitions(request: CreateTrainingJobRequest): AlgorithmSpecification {
  const { objectives } = ALGORITHMS[requireAlgorithm(request)];
  const MetricDefinitions = Object.keys(objectives).map((Name) => ({
    Name,
    Regex: `.*${Name.replace(':', '-')}[=:]([0-9\\.]+).*`,
  }));
  const own = request.AlgorithmSpecification;
  return { TrainingInputMode: 'File', EnableSageMakerMetricsTimeSeries: false, MetricDefinitions, ...own };
}
