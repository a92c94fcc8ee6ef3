import type { GetGroupPolicyRequest, GetGroupPolicyResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { encodeDocument } from '../describe.ts';
import { getGroupNamed } from '../entities.ts';
import { getInline } from '../holding.ts';
import { onGroup } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const getGroupPolicy = operation<IamState, Sent<GetGroupPolicyRequest>, GetGroupPolicyResponse>({
  fidelity: 'real',
  needs: onGroup('GetGroupPolicy'),
  handle: ({ GroupName, PolicyName }, { state }) => {
    const group = getGroupNamed(state, GroupName);
    return { GroupName: group.name, PolicyName, PolicyDocument: encodeDocument(getInline(group, PolicyName)) };
  },
});
