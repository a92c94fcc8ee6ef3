import type {
  ListFoundationModelAgreementOffersRequest,
  ListFoundationModelAgreementOffersResponse,
} from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { offerToken, onMarketplace } from '../agreements.ts';
import type { BedrockState } from '../state.ts';

type Input = Sent<ListFoundationModelAgreementOffersRequest>;

export const listFoundationModelAgreementOffers = operation<
  BedrockState,
  Input,
  ListFoundationModelAgreementOffersResponse
>({
  fidelity: 'simplified',
  differs: 'One public offer a model, whose terms are empty.',
  handle: ({ modelId }) => {
    const { id } = onMarketplace(modelId);
    const termDetails = { usageBasedPricingTerm: { rateCard: [] }, legalTerm: {}, supportTerm: {} };
    return { modelId: id, offers: [{ offerId: `offer-${id}`, offerToken: offerToken(id), termDetails }] };
  },
});
