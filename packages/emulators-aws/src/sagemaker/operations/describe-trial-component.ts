import type { DescribeTrialComponentRequest, DescribeTrialComponentResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { getTrialComponent } from '../experiments/experiments.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const describeTrialComponent = operation<
  SageMakerState,
  DescribeTrialComponentRequest,
  DescribeTrialComponentResponse
>({
  fidelity: 'real',
  needs: ({ TrialComponentName = '' }, call) =>
    needOn(call, 'DescribeTrialComponent', arnOf(call, 'experiment-trial-component', TrialComponentName)),
  handle: ({ TrialComponentName = '' }, call) => getTrialComponent(call, TrialComponentName),
});
