import type {
  ListDataQualityJobDefinitionsRequest,
  ListDataQualityJobDefinitionsResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

export const listDataQualityJobDefinitions = operation<
  SageMakerState,
  ListDataQualityJobDefinitionsRequest,
  ListDataQualityJobDefinitionsResponse
>({
  fidelity: 'real',
  handle: (input, call) => {
    const { items, NextToken } = listPage(
      [...call.state.dataQualityDefinitions.values()].filter(
        ({ DataQualityJobInput: of }) => !input.EndpointName || of?.EndpointInput?.EndpointName === input.EndpointName,
      ),
      ({ JobDefinitionName, CreationTime }) => ({ name: JobDefinitionName, createdAt: CreationTime }),
      input,
    );
    const JobDefinitionSummaries = items.map((definition) => ({
      MonitoringJobDefinitionName: definition.JobDefinitionName,
      MonitoringJobDefinitionArn: definition.JobDefinitionArn,
      CreationTime: definition.CreationTime,
      EndpointName: definition.DataQualityJobInput?.EndpointInput?.EndpointName,
    }));
    return { JobDefinitionSummaries, NextToken };
  },
});
