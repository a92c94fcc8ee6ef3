import type {
  GetFoundationModelAvailabilityRequest,
  GetFoundationModelAvailabilityResponse,
} from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidModel } from '../errors.ts';
import { findModel } from '../models.ts';
import type { BedrockState } from '../state.ts';

type Input = Sent<GetFoundationModelAvailabilityRequest>;

export const getFoundationModelAvailability = operation<BedrockState, Input, GetFoundationModelAvailabilityResponse>({
  fidelity: 'simplified',
  differs: 'Every model is there in every Region; only agreements change.',
  handle: ({ modelId }, { state }) => {
    const model = findModel(modelId);
    if (!model) throw invalidModel();
    const isAgreed = !model.isOnMarketplace || state.agreements.get(modelId) === 'accepted';
    return {
      modelId,
      agreementAvailability: { status: isAgreed ? 'AVAILABLE' : 'NOT_AVAILABLE' },
      authorizationStatus: 'AUTHORIZED',
      entitlementAvailability: 'AVAILABLE',
      regionAvailability: 'AVAILABLE',
    };
  },
});
