import type {
  DescribeDataQualityJobDefinitionRequest,
  DescribeDataQualityJobDefinitionResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { dataQualityArn, getDataQuality } from '../monitoring/definitions.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const describeDataQualityJobDefinition = operation<
  SageMakerState,
  Sent<DescribeDataQualityJobDefinitionRequest>,
  DescribeDataQualityJobDefinitionResponse
>({
  fidelity: 'real',
  needs: ({ JobDefinitionName }, call) =>
    needOn(call, 'DescribeDataQualityJobDefinition', dataQualityArn(call, JobDefinitionName)),
  handle: ({ JobDefinitionName }, call) => getDataQuality(call, JobDefinitionName),
});
