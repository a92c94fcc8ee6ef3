import type { DescribeExperimentRequest, DescribeExperimentResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { getExperiment } from '../experiments/experiments.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const describeExperiment = operation<SageMakerState, DescribeExperimentRequest, DescribeExperimentResponse>({
  fidelity: 'real',
  needs: ({ ExperimentName = '' }, call) =>
    needOn(call, 'DescribeExperiment', arnOf(call, 'experiment', ExperimentName)),
  handle: ({ ExperimentName = '' }, call) => getExperiment(call, ExperimentName),
});
