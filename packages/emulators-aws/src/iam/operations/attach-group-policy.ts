import type { AttachGroupPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getGroupNamed } from '../entities.ts';
import { attach } from '../holding.ts';
import { onGroup } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const attachGroupPolicy = operation<IamState, Sent<AttachGroupPolicyRequest>, object>({
  fidelity: 'real',
  needs: onGroup('AttachGroupPolicy'),
  handle: ({ GroupName, PolicyArn }, { state }) => {
    attach(state, getGroupNamed(state, GroupName), PolicyArn);
    return {};
  },
});
