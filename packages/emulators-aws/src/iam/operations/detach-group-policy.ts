import type { DetachGroupPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getGroupNamed } from '../entities.ts';
import { detach } from '../holding.ts';
import { onGroup } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const detachGroupPolicy = operation<IamState, Sent<DetachGroupPolicyRequest>, object>({
  fidelity: 'real',
  needs: onGroup('DetachGroupPolicy'),
  handle: ({ GroupName, PolicyArn }, { state }) => {
    detach(getGroupNamed(state, GroupName), PolicyArn);
    return {};
  },
});
