import type { DeleteDataQualityJobDefinitionRequest } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { dataQualityArn, getDataQuality } from '../monitoring/definitions.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

export const deleteDataQualityJobDefinition = operation<
  SageMakerState,
  Sent<DeleteDataQualityJobDefinitionRequest>,
  Record<string, never>
>({
  fidelity: 'real',
  needs: ({ JobDefinitionName }, call) =>
    needOn(call, 'DeleteDataQualityJobDefinition', dataQualityArn(call, JobDefinitionName)),
  handle: ({ JobDefinitionName }, call) => {
    const { JobDefinitionArn } = getDataQuality(call, JobDefinitionName);
    call.state.dataQualityDefinitions.delete(JobDefinitionName);
    forgetTags(call, JobDefinitionArn);
    return {};
  },
});
