import type {
  CreateFoundationModelAgreementRequest,
  CreateFoundationModelAgreementResponse,
} from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { offerToken, onMarketplace } from '../agreements.ts';
import { validation } from '../errors.ts';
import type { BedrockState } from '../state.ts';

type Input = Sent<CreateFoundationModelAgreementRequest>;

export const createFoundationModelAgreement = operation<BedrockState, Input, CreateFoundationModelAgreementResponse>({
  fidelity: 'simplified',
  differs: 'Access is there at once; in AWS it may take some minutes.',
  needs: () => [
    { action: 'bedrock:CreateFoundationModelAgreement', resource: '*' },
    { action: 'aws-marketplace:Subscribe', resource: '*' },
  ],
  handle: ({ modelId, offerToken: given }, { state }) => {
    const { id } = onMarketplace(modelId);
    if (given !== offerToken(id)) {
      throw validation('The offerToken is not one that ListFoundationModelAgreementOffers gave out for this model.');
    }
    state.agreements.set(id, 'accepted');
    return { modelId };
  },
});
