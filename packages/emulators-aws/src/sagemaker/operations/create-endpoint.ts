import type { CreateEndpointInput, CreateEndpointOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { validation } from '../errors.ts';
import { startDeployment } from '../hosting/deployment.ts';
import { getEndpointConfig } from '../hosting/endpoint-configs.ts';
import { enter, newEndpoint } from '../hosting/endpoints.ts';
import { demandInstances } from '../hosting/quota.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createEndpoint = operation<SageMakerState, Sent<CreateEndpointInput>, CreateEndpointOutput>({
  fidelity: 'simplified',
  differs: 'An endpoint is in service within seconds; the model answers in this process rather than in a container.',
  needs: ({ EndpointName, EndpointConfigName, Tags }, call) => [
    needOn(call, 'CreateEndpoint', arnOf(call, 'endpoint', EndpointName), { tags: Tags }),
    needOn(call, 'CreateEndpoint', arnOf(call, 'endpoint-config', EndpointConfigName)),
  ],
  handle: ({ EndpointName, EndpointConfigName, DeploymentConfig, Tags }, call) => {
    const endpoint = newEndpoint(call, EndpointName, EndpointConfigName);
    if (call.state.endpoints.has(EndpointName)) {
      throw validation(`Cannot create already existing endpoint "${endpoint.arn}".`);
    }
    demandInstances(call, getEndpointConfig(call, EndpointConfigName));
    startDeployment(call, endpoint, EndpointConfigName, DeploymentConfig ?? {});
    call.state.endpoints.set(EndpointName, endpoint);
    keepTags(call, endpoint.arn, Tags);
    enter(call, endpoint, 'Creating');
    return { EndpointArn: endpoint.arn };
  },
});
