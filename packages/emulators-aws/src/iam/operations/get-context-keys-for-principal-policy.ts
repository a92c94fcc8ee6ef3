import type { GetContextKeysForPolicyResponse, GetContextKeysForPrincipalPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { contextKeysOf } from '../engine/index.ts';
import type { Sent } from '../sent.ts';
import { getSource, inputPolicies, policiesOfSource } from '../simulation.ts';
import type { IamState } from '../state.ts';

export const getContextKeysForPrincipalPolicy = operation<
  IamState,
  Sent<GetContextKeysForPrincipalPolicyRequest>,
  GetContextKeysForPolicyResponse
>({
  fidelity: 'real',
  needs: ({ PolicySourceArn }) => ({ action: 'iam:GetContextKeysForPrincipalPolicy', resource: PolicySourceArn }),
  handle: ({ PolicySourceArn, PolicyInputList }, { state }) => {
    const attached = policiesOfSource(state, getSource(state, PolicySourceArn));
    const policies = [...attached, ...inputPolicies('PolicyInputList', PolicyInputList, 'identity')];
    return { ContextKeyNames: contextKeysOf(policies.map(({ policy }) => policy)) };
  },
});
