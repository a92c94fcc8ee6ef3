import type { PutUserPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { putInline } from '../holding.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const putUserPolicy = operation<IamState, Sent<PutUserPolicyRequest>, object>({
  fidelity: 'real',
  needs: onUser('PutUserPolicy'),
  handle: ({ UserName, PolicyName, PolicyDocument }, { state }) => {
    putInline(getUserNamed(state, UserName), PolicyName, PolicyDocument);
    return {};
  },
});
