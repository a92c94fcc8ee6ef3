import type { DeleteModelQualityJobDefinitionRequest } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getModelQuality, modelQualityArn } from '../monitoring/definitions.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

export const deleteModelQualityJobDefinition = operation<
  SageMakerState,
  Sent<DeleteModelQualityJobDefinitionRequest>,
  Record<string, never>
>({
  fidelity: 'real',
  needs: ({ JobDefinitionName }, call) =>
    needOn(call, 'DeleteModelQualityJobDefinition', modelQualityArn(call, JobDefinitionName)),
  handle: ({ JobDefinitionName }, call) => {
    const { JobDefinitionArn } = getModelQuality(call, JobDefinitionName);
    call.state.modelQualityDefinitions.delete(JobDefinitionName);
    forgetTags(call, JobDefinitionArn);
    return {};
  },
});
