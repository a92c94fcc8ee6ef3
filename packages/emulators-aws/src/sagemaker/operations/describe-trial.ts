import type { DescribeTrialRequest, DescribeTrialResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { getTrial } from '../experiments/experiments.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const describeTrial = operation<SageMakerState, DescribeTrialRequest, DescribeTrialResponse>({
  fidelity: 'real',
  needs: ({ TrialName = '' }, call) => needOn(call, 'DescribeTrial', arnOf(call, 'experiment-trial', TrialName)),
  handle: ({ TrialName = '' }, call) => getTrial(call, TrialName),
});
