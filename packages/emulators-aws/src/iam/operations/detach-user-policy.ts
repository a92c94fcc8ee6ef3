import type { DetachUserPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { detach } from '../holding.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const detachUserPolicy = operation<IamState, Sent<DetachUserPolicyRequest>, object>({
  fidelity: 'real',
  needs: onUser('DetachUserPolicy'),
  handle: ({ UserName, PolicyArn }, { state }) => {
    detach(getUserNamed(state, UserName), PolicyArn);
    return {};
  },
});
