import type { GetInferenceProfileRequest, GetInferenceProfileResponse } from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { notFound } from '../errors.ts';
import { profilesOf } from '../profiles.ts';
import type { BedrockState } from '../state.ts';

type Input = Sent<GetInferenceProfileRequest>;

export const getInferenceProfile = operation<BedrockState, Input, GetInferenceProfileResponse>({
  fidelity: 'simplified',
  differs: 'System-defined profiles of the models that the sandbox plays; a request never leaves its Region.',
  needs: ({ inferenceProfileIdentifier: id }, call) => ({
    action: 'bedrock:GetInferenceProfile',
    resource: id.startsWith('arn:') ? id : call.arn(`inference-profile/${id}`),
  }),
  handle: ({ inferenceProfileIdentifier: id }, call) => {
    const found = profilesOf(call).find(
      ({ inferenceProfileId, inferenceProfileArn }) => id === inferenceProfileId || id === inferenceProfileArn,
    );
    if (!found) throw notFound(`The inference profile ${id} was not found.`);
    return found;
  },
});
