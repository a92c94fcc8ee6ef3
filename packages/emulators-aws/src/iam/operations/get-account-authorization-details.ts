import type {
  GetAccountAuthorizationDetailsRequest,
  GetAccountAuthorizationDetailsResponse,
} from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { accountDetails } from '../account-details.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const getAccountAuthorizationDetails = operation<
  IamState,
  Sent<GetAccountAuthorizationDetailsRequest>,
  GetAccountAuthorizationDetailsResponse
>({
  fidelity: 'simplified',
  differs: 'A page ends after so many entries, not after so many bytes.',
  handle: (input, { state }) => accountDetails(state, input),
});
