import type { ListPolicyVersionsRequest, ListPolicyVersionsResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeVersion } from '../describe.ts';
import { getPolicyByArn } from '../managed-policies.ts';
import { onPolicy } from '../needs.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState, PolicyVersion } from '../state.ts';

export const listPolicyVersions = operation<IamState, Sent<ListPolicyVersionsRequest>, ListPolicyVersionsResponse>({
  fidelity: 'real',
  needs: onPolicy('ListPolicyVersions'),
  handle: (input, { state }) => {
    const policy = getPolicyByArn(state, input.PolicyArn);
    const newestFirst = ({ id }: PolicyVersion) => String(1e9 - Number(id.slice(1)));
    const { items, rest } = pageOf(policy.versions.values(), newestFirst, input);
    return { Versions: items.map((version) => describeVersion(policy, version)), ...rest };
  },
});
