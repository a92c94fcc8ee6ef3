import type { ListAccountAliasesRequest, ListAccountAliasesResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listAccountAliases = operation<IamState, Sent<ListAccountAliasesRequest>, ListAccountAliasesResponse>({
  fidelity: 'simplified',
  differs: 'Accounts of this sandbox have no alias; none can be made.',
  handle: () => ({ AccountAliases: [], IsTruncated: false }),
});
