import type {
  DescribeModelQualityJobDefinitionRequest,
  DescribeModelQualityJobDefinitionResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getModelQuality, modelQualityArn } from '../monitoring/definitions.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const describeModelQualityJobDefinition = operation<
  SageMakerState,
  Sent<DescribeModelQualityJobDefinitionRequest>,
  DescribeModelQualityJobDefinitionResponse
>({
  fidelity: 'real',
  needs: ({ JobDefinitionName }, call) =>
    needOn(call, 'DescribeModelQualityJobDefinition', modelQualityArn(call, JobDefinitionName)),
  handle: ({ JobDefinitionName }, call) => getModelQuality(call, JobDefinitionName),
});
