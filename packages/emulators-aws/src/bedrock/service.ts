import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { createFoundationModelAgreement } from './operations/create-foundation-model-agreement.ts';
import { createGuardrail } from './operations/create-guardrail.ts';
import { createGuardrailVersion } from './operations/create-guardrail-version.ts';
import { deleteFoundationModelAgreement } from './operations/delete-foundation-model-agreement.ts';
import { deleteGuardrail } from './operations/delete-guardrail.ts';
import { getFoundationModel } from './operations/get-foundation-model.ts';
import { getFoundationModelAvailability } from './operations/get-foundation-model-availability.ts';
import { getGuardrail } from './operations/get-guardrail.ts';
import { getInferenceProfile } from './operations/get-inference-profile.ts';
import { listFoundationModelAgreementOffers } from './operations/list-foundation-model-agreement-offers.ts';
import { listFoundationModels } from './operations/list-foundation-models.ts';
import { listGuardrails } from './operations/list-guardrails.ts';
import { listInferenceProfiles } from './operations/list-inference-profiles.ts';
import { updateGuardrail } from './operations/update-guardrail.ts';
import { type BedrockState, emptyState } from './state.ts';

/** Amazon Bedrock's own side: which models there are, access to them, guardrails. */
export const bedrock = defineService<BedrockState>({
  name: 'bedrock',
  get model() {
    return modelOf('bedrock');
  },
  actionPrefix: 'bedrock',
  scope: 'regional',
  emptyState,
  operations: {
    CreateFoundationModelAgreement: createFoundationModelAgreement,
    CreateGuardrail: createGuardrail,
    CreateGuardrailVersion: createGuardrailVersion,
    DeleteFoundationModelAgreement: deleteFoundationModelAgreement,
    DeleteGuardrail: deleteGuardrail,
    GetFoundationModel: getFoundationModel,
    GetFoundationModelAvailability: getFoundationModelAvailability,
    GetGuardrail: getGuardrail,
    GetInferenceProfile: getInferenceProfile,
    ListFoundationModelAgreementOffers: listFoundationModelAgreementOffers,
    ListFoundationModels: listFoundationModels,
    ListGuardrails: listGuardrails,
    ListInferenceProfiles: listInferenceProfiles,
    UpdateGuardrail: updateGuardrail,
  },
});
