import type { DeleteEndpointConfigInput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getEndpointConfig } from '../hosting/endpoint-configs.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

export const deleteEndpointConfig = operation<SageMakerState, Sent<DeleteEndpointConfigInput>, Record<string, never>>({
  fidelity: 'real',
  needs: ({ EndpointConfigName }, call) =>
    needOn(call, 'DeleteEndpointConfig', arnOf(call, 'endpoint-config', EndpointConfigName)),
  handle: ({ EndpointConfigName }, call) => {
    const { EndpointConfigArn } = getEndpointConfig(call, EndpointConfigName);
    call.state.endpointConfigs.delete(EndpointConfigName);
    forgetTags(call, EndpointConfigArn);
    return {};
  },
});
