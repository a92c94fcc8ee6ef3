import type { DeleteEndpointInput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { flushCaptured } from '../hosting/capture.ts';
import { demandAtRest, enter, getEndpoint } from '../hosting/endpoints.ts';
import { stopMeters } from '../hosting/fleet.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

export const deleteEndpoint = operation<SageMakerState, Sent<DeleteEndpointInput>, Record<string, never>>({
  fidelity: 'simplified',
  differs: 'The endpoint is gone at once; in SageMaker it is Deleting for some minutes.',
  needs: ({ EndpointName }, call) => needOn(call, 'DeleteEndpoint', arnOf(call, 'endpoint', EndpointName)),
  handle: ({ EndpointName }, call) => {
    const endpoint = getEndpoint(call, EndpointName);
    demandAtRest(endpoint);
    flushCaptured(call, endpoint);
    stopMeters(call, endpoint, endpoint.fleet);
    call.state.endpoints.delete(EndpointName);
    forgetTags(call, endpoint.arn);
    enter(call, endpoint, 'Deleting');
    return {};
  },
});
