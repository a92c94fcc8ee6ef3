import type { ListEndpointsInput, ListEndpointsOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

export const listEndpoints = operation<SageMakerState, ListEndpointsInput, ListEndpointsOutput>({
  fidelity: 'real',
  handle: (input, call) => {
    const { items, NextToken } = listPage(
      call.state.endpoints.values(),
      ({ name, createdAt, modifiedAt, status }) => ({ name, createdAt, modifiedAt, status }),
      input,
    );
    const Endpoints = items.map(({ name, arn, createdAt, modifiedAt, status }) => ({
      EndpointName: name,
      EndpointArn: arn,
      CreationTime: createdAt,
      LastModifiedTime: modifiedAt,
      EndpointStatus: status,
    }));
    return { Endpoints, NextToken };
  },
});
