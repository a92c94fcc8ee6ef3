import type { RemovePermissionRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { notFound } from '../errors.ts';
import { demandRevision, resolve } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const removePermission = operation<LambdaState, RemovePermissionRequest, Record<string, never>>({
  fidelity: 'real',
  needs: (input, call) =>
    functionNeed(call, 'RemovePermission', functionNameOf(call, input.FunctionName, input.Qualifier)),
  handle: (input, call) => {
    const { fn, qualifier = '' } = resolve(call, input.FunctionName, input.Qualifier);
    const policy = fn.policies.get(qualifier);
    if (!policy) throw notFound('No policy is associated with the given resource.');
    demandRevision(input.RevisionId, policy.revisionId);
    const statements = policy.statements.filter(({ Sid }) => Sid !== input.StatementId);
    if (statements.length === policy.statements.length) {
      throw notFound(`Statement ${input.StatementId} is not found in resource policy.`);
    }
    if (statements.length === 0) fn.policies.delete(qualifier);
    else fn.policies.set(qualifier, { statements, revisionId: call.ids.uuid() });
    return {};
  },
});
