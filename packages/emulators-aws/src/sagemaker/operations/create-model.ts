import type { CreateModelInput, CreateModelOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { validation } from '../errors.ts';
import { demandReadable, onlyContainer, servedContainer } from '../hosting/models.ts';
import { arnOf, demandPassRole, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createModel = operation<SageMakerState, Sent<CreateModelInput>, CreateModelOutput>({
  fidelity: 'simplified',
  differs:
    'Serves the algorithms that can be trained here, one container a model (which may hold many models); an unapproved package is refused here rather than when it is deployed.',
  needs: ({ ModelName, Tags, EnableNetworkIsolation }, call) =>
    needOn(call, 'CreateModel', arnOf(call, 'model', ModelName), {
      tags: Tags,
      context: { 'sagemaker:NetworkIsolation': String(EnableNetworkIsolation ?? false) },
    }),
  handle: async (input, call) => {
    const { ModelName, ExecutionRoleArn, Tags, ...rest } = input;
    const ModelArn = arnOf(call, 'model', ModelName);
    demandPassRole(call, ExecutionRoleArn);
    if (!ExecutionRoleArn) throw validation('You must provide an ExecutionRoleArn: it reads the model data.');
    if (call.state.models.has(ModelName)) throw validation(`Cannot create already existing model "${ModelArn}".`);
    const container = servedContainer(call, onlyContainer(input));
    await demandReadable(call, container, ExecutionRoleArn);
    const model = { ...rest, ModelName, ModelArn, ExecutionRoleArn, CreationTime: call.date(), container };
    call.state.models.set(ModelName, { ...model, EnableNetworkIsolation: input.EnableNetworkIsolation ?? false });
    keepTags(call, ModelArn, Tags);
    return { ModelArn };
  },
});
