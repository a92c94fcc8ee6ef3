import type { ListPolicyTagsRequest, ListPolicyTagsResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getPolicyByArn } from '../managed-policies.ts';
import { onPolicy } from '../needs.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';
import { tagList } from '../tags.ts';

export const listPolicyTags = operation<IamState, Sent<ListPolicyTagsRequest>, ListPolicyTagsResponse>({
  fidelity: 'real',
  needs: onPolicy('ListPolicyTags'),
  handle: (input, { state }) => {
    const { items, rest } = pageOf(
      tagList(getPolicyByArn(state, input.PolicyArn).tags),
      ({ Key }) => String(Key),
      input,
    );
    return { Tags: items, ...rest };
  },
});
