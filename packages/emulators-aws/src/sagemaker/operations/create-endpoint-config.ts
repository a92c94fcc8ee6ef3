import type { CreateEndpointConfigInput, CreateEndpointConfigOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { validation } from '../errors.ts';
import { checkEndpointConfig } from '../hosting/endpoint-configs.ts';
import { arnOf, demandPassRole, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createEndpointConfig = operation<
  SageMakerState,
  Sent<CreateEndpointConfigInput>,
  CreateEndpointConfigOutput
>({
  fidelity: 'simplified',
  differs:
    'Shadow variants, explainers, instance pools, accelerators and managed scaling are refused; provisioned concurrency is not billed.',
  needs: ({ EndpointConfigName, ProductionVariants, Tags }, call) =>
    needOn(call, 'CreateEndpointConfig', arnOf(call, 'endpoint-config', EndpointConfigName), {
      tags: Tags,
      instanceTypes: ProductionVariants.map(({ InstanceType }) => InstanceType),
    }),
  handle: (input, call) => {
    const { EndpointConfigName, Tags, ...rest } = input;
    const EndpointConfigArn = arnOf(call, 'endpoint-config', EndpointConfigName);
    demandPassRole(call, input.ExecutionRoleArn);
    if (call.state.endpointConfigs.has(EndpointConfigName)) {
      throw validation(`Cannot create already existing endpoint configuration "${EndpointConfigArn}".`);
    }
    checkEndpointConfig(call, input);
    const config = { ...rest, EndpointConfigName, EndpointConfigArn, CreationTime: call.date() };
    call.state.endpointConfigs.set(EndpointConfigName, config);
    keepTags(call, EndpointConfigArn, Tags);
    return { EndpointConfigArn };
  },
});
