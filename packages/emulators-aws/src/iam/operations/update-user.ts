import type { UpdateUserRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { moveUser } from '../moving.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const updateUser = operation<IamState, Sent<UpdateUserRequest>, object>({
  fidelity: 'real',
  needs: onUser('UpdateUser'),
  handle: ({ UserName, NewPath, NewUserName }, { state }) => {
    moveUser(state, getUserNamed(state, UserName), { path: NewPath, name: NewUserName });
    return {};
  },
});
