import type { ListInferenceProfilesRequest, ListInferenceProfilesResponse } from '@aws-sdk/client-bedrock';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidToken } from '../errors.ts';
import { profilesOf } from '../profiles.ts';
import type { BedrockState } from '../state.ts';

const MOST_A_PAGE = 1000;

export const listInferenceProfiles = operation<
  BedrockState,
  ListInferenceProfilesRequest,
  ListInferenceProfilesResponse
>({
  fidelity: 'simplified',
  differs: 'System-defined profiles of the models that the sandbox plays; a request never leaves its Region.',
  handle: ({ typeEquals, nextToken: token, maxResults: limit = MOST_A_PAGE }, call) => {
    const all = typeEquals === 'APPLICATION' ? [] : profilesOf(call);
    const { items, nextToken } = namedPage(
      all,
      ({ inferenceProfileId = '' }) => inferenceProfileId,
      { token, limit },
      invalidToken,
    );
    return { inferenceProfileSummaries: [...items], ...(nextToken === undefined ? {} : { nextToken }) };
  },
});
