import type { UpdateEndpointInput, UpdateEndpointOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { validation } from '../errors.ts';
import { demandAlarms } from '../hosting/alarms.ts';
import { startDeployment } from '../hosting/deployment.ts';
import { getEndpointConfig } from '../hosting/endpoint-configs.ts';
import { demandAtRest, enter, getEndpoint } from '../hosting/endpoints.ts';
import { retentionOf } from '../hosting/retention.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const updateEndpoint = operation<SageMakerState, Sent<UpdateEndpointInput>, UpdateEndpointOutput>({
  fidelity: 'simplified',
  differs:
    'Traffic moves by step and alarm as in SageMaker; a rolling update keeps the old instances until it is through.',
  needs: ({ EndpointName, EndpointConfigName }, call) => [
    needOn(call, 'UpdateEndpoint', arnOf(call, 'endpoint', EndpointName)),
    needOn(call, 'UpdateEndpoint', arnOf(call, 'endpoint-config', EndpointConfigName)),
  ],
  handle: async (input, call) => {
    const { EndpointName, EndpointConfigName, DeploymentConfig, RetainDeploymentConfig } = input;
    const endpoint = getEndpoint(call, EndpointName);
    getEndpointConfig(call, EndpointConfigName);
    if (RetainDeploymentConfig && DeploymentConfig) {
      throw validation('Specify either DeploymentConfig or RetainDeploymentConfig, not both.');
    }
    const config = (RetainDeploymentConfig ? endpoint.lastDeploymentConfig : DeploymentConfig) ?? {};
    const alarms = (config.AutoRollbackConfiguration?.Alarms ?? []).map(({ AlarmName = '' }) => AlarmName);
    await demandAlarms(call, alarms, endpoint.fleet?.variants[0]?.roleArn ?? '');
    demandAtRest(endpoint);
    startDeployment(call, endpoint, EndpointConfigName, config, retentionOf(input));
    enter(call, endpoint, endpoint.fleet ? 'Updating' : 'Creating');
    return { EndpointArn: endpoint.arn };
  },
});
