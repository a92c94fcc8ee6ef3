import type { DeleteModelInput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getModel } from '../hosting/models.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

/** Endpoints that serve the model keep what they have loaded, as in SageMaker. */
export const deleteModel = operation<SageMakerState, Sent<DeleteModelInput>, Record<string, never>>({
  fidelity: 'real',
  needs: ({ ModelName }, call) => needOn(call, 'DeleteModel', arnOf(call, 'model', ModelName)),
  handle: ({ ModelName }, call) => {
    const { ModelArn } = getModel(call, ModelName);
    call.state.models.delete(ModelName);
    forgetTags(call, ModelArn);
    return {};
  },
});
