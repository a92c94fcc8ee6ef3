import type { DescribeEndpointConfigInput, DescribeEndpointConfigOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getEndpointConfig } from '../hosting/endpoint-configs.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const describeEndpointConfig = operation<
  SageMakerState,
  Sent<DescribeEndpointConfigInput>,
  DescribeEndpointConfigOutput
>({
  fidelity: 'real',
  needs: ({ EndpointConfigName }, call) =>
    needOn(call, 'DescribeEndpointConfig', arnOf(call, 'endpoint-config', EndpointConfigName)),
  handle: ({ EndpointConfigName }, call) => getEndpointConfig(call, EndpointConfigName),
});
