import type {
  DeleteFoundationModelAgreementRequest,
  DeleteFoundationModelAgreementResponse,
} from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { onMarketplace } from '../agreements.ts';
import type { BedrockState } from '../state.ts';

type Input = Sent<DeleteFoundationModelAgreementRequest>;

export const deleteFoundationModelAgreement = operation<BedrockState, Input, DeleteFoundationModelAgreementResponse>({
  fidelity: 'simplified',
  differs: 'The model answers AccessDeniedException until an agreement is made again.',
  needs: () => [
    { action: 'bedrock:DeleteFoundationModelAgreement', resource: '*' },
    { action: 'aws-marketplace:Unsubscribe', resource: '*' },
  ],
  handle: ({ modelId }, { state }) => {
    state.agreements.set(onMarketplace(modelId).id, 'ended');
    return {};
  },
});
