import type { UntagUserRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';
import { removeTags } from '../tags.ts';

export const untagUser = operation<IamState, Sent<UntagUserRequest>, object>({
  fidelity: 'real',
  needs: onUser('UntagUser'),
  handle: ({ UserName, TagKeys }, { state }) => {
    const user = getUserNamed(state, UserName);
    removeTags(user.tags, TagKeys);
    return {};
  },
});
