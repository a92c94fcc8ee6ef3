import type { GetContextKeysForCustomPolicyRequest, GetContextKeysForPolicyResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { contextKeysOf } from '../engine/index.ts';
import type { Sent } from '../sent.ts';
import { inputPolicies } from '../simulation.ts';
import type { IamState } from '../state.ts';

export const getContextKeysForCustomPolicy = operation<
  IamState,
  Sent<GetContextKeysForCustomPolicyRequest>,
  GetContextKeysForPolicyResponse
>({
  fidelity: 'real',
  handle: ({ PolicyInputList }) => {
    const policies = inputPolicies('PolicyInputList', PolicyInputList, 'identity');
    return { ContextKeyNames: contextKeysOf(policies.map(({ policy }) => policy)) };
  },
});
