import type { GetUserRequest, GetUserResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeRoot, describeUser } from '../describe.ts';
import { getUserNamed } from '../entities.ts';
import { callerName, onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const getUser = operation<IamState, Sent<GetUserRequest>, GetUserResponse>({
  fidelity: 'real',
  needs: onUser('GetUser'),
  handle: ({ UserName }, call) => {
    const name = UserName ?? callerName(call);
    return { User: name === undefined ? describeRoot(call.state) : describeUser(getUserNamed(call.state, name)) };
  },
});
