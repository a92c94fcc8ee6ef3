import type { AttachUserPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { attach } from '../holding.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const attachUserPolicy = operation<IamState, Sent<AttachUserPolicyRequest>, object>({
  fidelity: 'real',
  needs: onUser('AttachUserPolicy'),
  handle: ({ UserName, PolicyArn }, { state }) => {
    attach(state, getUserNamed(state, UserName), PolicyArn);
    return {};
  },
});
