import type { TagPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getOwnPolicy } from '../managed-policies.ts';
import { onPolicy } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';
import { addTags } from '../tags.ts';

export const tagPolicy = operation<IamState, Sent<TagPolicyRequest>, object>({
  fidelity: 'real',
  needs: onPolicy('TagPolicy'),
  handle: ({ PolicyArn, Tags }, { state }) => {
    addTags(getOwnPolicy(state, PolicyArn).tags, Tags);
    return {};
  },
});
