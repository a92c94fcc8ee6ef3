import type { DescribeEndpointInput, DescribeEndpointOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { holdWhile } from '../holding.ts';
import { resumeDeployment } from '../hosting/deployment.ts';
import { describeEndpoint as described } from '../hosting/describe-endpoint.ts';
import { getEndpoint } from '../hosting/endpoints.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const describeEndpoint = operation<SageMakerState, Sent<DescribeEndpointInput>, DescribeEndpointOutput>({
  fidelity: 'real',
  needs: ({ EndpointName }, call) => needOn(call, 'DescribeEndpoint', arnOf(call, 'endpoint', EndpointName)),
  handle: async ({ EndpointName }, call) => {
    const endpoint = getEndpoint(call, EndpointName);
    resumeDeployment(call, endpoint);
    // Models load in a moment; traffic that is watched for minutes is told at once.
    await holdWhile(call, endpoint, () => endpoint.deployment !== undefined && endpoint.deployment.green === undefined);
    return described(getEndpoint(call, EndpointName));
  },
});
