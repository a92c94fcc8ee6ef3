import type { DeleteGroupPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getGroupNamed } from '../entities.ts';
import { deleteInline } from '../holding.ts';
import { onGroup } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const deleteGroupPolicy = operation<IamState, Sent<DeleteGroupPolicyRequest>, object>({
  fidelity: 'real',
  needs: onGroup('DeleteGroupPolicy'),
  handle: ({ GroupName, PolicyName }, { state }) => {
    deleteInline(getGroupNamed(state, GroupName), PolicyName);
    return {};
  },
});
