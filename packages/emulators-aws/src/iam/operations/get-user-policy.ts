import type { GetUserPolicyRequest, GetUserPolicyResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { encodeDocument } from '../describe.ts';
import { getUserNamed } from '../entities.ts';
import { getInline } from '../holding.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const getUserPolicy = operation<IamState, Sent<GetUserPolicyRequest>, GetUserPolicyResponse>({
  fidelity: 'real',
  needs: onUser('GetUserPolicy'),
  handle: ({ UserName, PolicyName }, { state }) => {
    const user = getUserNamed(state, UserName);
    return { UserName: user.name, PolicyName, PolicyDocument: encodeDocument(getInline(user, PolicyName)) };
  },
});
