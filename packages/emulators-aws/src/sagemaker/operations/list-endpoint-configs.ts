import type { ListEndpointConfigsInput, ListEndpointConfigsOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

export const listEndpointConfigs = operation<SageMakerState, ListEndpointConfigsInput, ListEndpointConfigsOutput>({
  fidelity: 'real',
  handle: (input, call) => {
    const { items, NextToken } = listPage(
      call.state.endpointConfigs.values(),
      ({ EndpointConfigName, CreationTime }) => ({ name: EndpointConfigName, createdAt: CreationTime }),
      input,
    );
    const EndpointConfigs = items.map(({ EndpointConfigName, EndpointConfigArn, CreationTime }) => ({
      EndpointConfigName,
      EndpointConfigArn,
      CreationTime,
    }));
    return { EndpointConfigs, NextToken };
  },
});
