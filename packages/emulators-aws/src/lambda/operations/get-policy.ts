import type { GetPolicyRequest, GetPolicyResponse } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { notFound } from '../errors.ts';
import { resolve } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed, policyDocument } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const getPolicy = operation<LambdaState, GetPolicyRequest, GetPolicyResponse>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'GetPolicy', functionNameOf(call, input.FunctionName, input.Qualifier)),
  handle: (input, call) => {
    const { fn, qualifier = '' } = resolve(call, input.FunctionName, input.Qualifier);
    const policy = fn.policies.get(qualifier);
    if (!policy) throw notFound('The resource you requested does not exist.');
    return { Policy: policyDocument(policy), RevisionId: policy.revisionId };
  },
});
