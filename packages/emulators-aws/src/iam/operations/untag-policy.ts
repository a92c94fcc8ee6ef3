import type { UntagPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getOwnPolicy } from '../managed-policies.ts';
import { onPolicy } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';
import { removeTags } from '../tags.ts';

export const untagPolicy = operation<IamState, Sent<UntagPolicyRequest>, object>({
  fidelity: 'real',
  needs: onPolicy('UntagPolicy'),
  handle: ({ PolicyArn, TagKeys }, { state }) => {
    removeTags(getOwnPolicy(state, PolicyArn).tags, TagKeys);
    return {};
  },
});
