import type { GetPolicyRequest, GetPolicyResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describePolicy } from '../describe.ts';
import { getPolicyByArn, useOf } from '../managed-policies.ts';
import { onPolicy } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const getPolicy = operation<IamState, Sent<GetPolicyRequest>, GetPolicyResponse>({
  fidelity: 'real',
  needs: onPolicy('GetPolicy'),
  handle: ({ PolicyArn }, { state }) => ({
    Policy: describePolicy(getPolicyByArn(state, PolicyArn), useOf(state, PolicyArn)),
  }),
});
