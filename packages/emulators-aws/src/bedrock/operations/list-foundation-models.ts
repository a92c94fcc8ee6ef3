import type { ListFoundationModelsRequest, ListFoundationModelsResponse } from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import { describeModel } from '../describe-model.ts';
import { MODELS } from '../models.ts';
import type { BedrockState } from '../state.ts';

export const listFoundationModels = operation<BedrockState, ListFoundationModelsRequest, ListFoundationModelsResponse>({
  fidelity: 'simplified',
  differs: 'The models that the sandbox plays, not all of AWS; their facts may have changed since.',
  handle: ({ byProvider, byOutputModality, byInferenceType, byCustomizationType }, { region }) => {
    const chosen = MODELS.filter(
      ({ provider, output, throughput }) =>
        (byProvider === undefined || provider.toLowerCase() === byProvider.toLowerCase()) &&
        (byOutputModality === undefined || output === byOutputModality) &&
        (byInferenceType === undefined || throughput.some((type) => type === byInferenceType)) &&
        byCustomizationType === undefined,
    );
    return { modelSummaries: chosen.map((model) => describeModel(region, model)) };
  },
});
