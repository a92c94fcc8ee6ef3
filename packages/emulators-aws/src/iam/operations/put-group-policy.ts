import type { PutGroupPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getGroupNamed } from '../entities.ts';
import { putInline } from '../holding.ts';
import { onGroup } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const putGroupPolicy = operation<IamState, Sent<PutGroupPolicyRequest>, object>({
  fidelity: 'real',
  needs: onGroup('PutGroupPolicy'),
  handle: ({ GroupName, PolicyName, PolicyDocument }, { state }) => {
    putInline(getGroupNamed(state, GroupName), PolicyName, PolicyDocument);
    return {};
  },
});
