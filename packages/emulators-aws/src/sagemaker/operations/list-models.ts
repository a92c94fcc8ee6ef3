import type { ListModelsInput, ListModelsOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

export const listModels = operation<SageMakerState, ListModelsInput, ListModelsOutput>({
  fidelity: 'real',
  handle: (input, call) => {
    const { items, NextToken } = listPage(
      call.state.models.values(),
      ({ ModelName, CreationTime }) => ({ name: ModelName, createdAt: CreationTime }),
      input,
    );
    const Models = items.map(({ ModelName, ModelArn, CreationTime }) => ({ ModelName, ModelArn, CreationTime }));
    return { Models, NextToken };
  },
});
