import type { TagUserRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';
import { addTags } from '../tags.ts';

export const tagUser = operation<IamState, Sent<TagUserRequest>, object>({
  fidelity: 'real',
  needs: onUser('TagUser'),
  handle: ({ UserName, Tags }, { state }) => {
    const user = getUserNamed(state, UserName);
    addTags(user.tags, Tags);
    return {};
  },
});
