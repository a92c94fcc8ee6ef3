import type {
  ListModelQualityJobDefinitionsRequest,
  ListModelQualityJobDefinitionsResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

export const listModelQualityJobDefinitions = operation<
  SageMakerState,
  ListModelQualityJobDefinitionsRequest,
  ListModelQualityJobDefinitionsResponse
>({
  fidelity: 'real',
  handle: (input, call) => {
    const { items, NextToken } = listPage(
      [...call.state.modelQualityDefinitions.values()].filter(
        ({ ModelQualityJobInput: of }) => !input.EndpointName || of?.EndpointInput?.EndpointName === input.EndpointName,
      ),
      ({ JobDefinitionName, CreationTime }) => ({ name: JobDefinitionName, createdAt: CreationTime }),
      input,
    );
    const JobDefinitionSummaries = items.map((definition) => ({
      MonitoringJobDefinitionName: definition.JobDefinitionName,
      MonitoringJobDefinitionArn: definition.JobDefinitionArn,
      CreationTime: definition.CreationTime,
      EndpointName: definition.ModelQualityJobInput?.EndpointInput?.EndpointName,
    }));
    return { JobDefinitionSummaries, NextToken };
  },
});
