import type { DescribeModelInput, DescribeModelOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getModel } from '../hosting/models.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const describeModel = operation<SageMakerState, Sent<DescribeModelInput>, DescribeModelOutput>({
  fidelity: 'real',
  needs: ({ ModelName }, call) => needOn(call, 'DescribeModel', arnOf(call, 'model', ModelName)),
  handle: ({ ModelName }, call) => {
    const { container: _, ...description } = getModel(call, ModelName);
    return description;
  },
});
