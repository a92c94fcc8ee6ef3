import type { AddPermissionRequest, AddPermissionResponse } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { conflict, notSupported } from '../errors.ts';
import { demandRevision, resolve } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed, statementOf } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const addPermission = operation<LambdaState, AddPermissionRequest, AddPermissionResponse>({
  fidelity: 'simplified',
  differs: 'No function URLs.',
  needs: (input, call) => {
    const need = functionNeed(call, 'AddPermission', functionNameOf(call, input.FunctionName, input.Qualifier));
    return { ...need, context: { ...need.context, 'lambda:Principal': input.Principal ?? '' } };
  },
  handle: (input, call) => {
    if (input.FunctionUrlAuthType) throw notSupported('FunctionUrlAuthType');
    const { fn, qualifier = '', arn } = resolve(call, input.FunctionName, input.Qualifier);
    const before = fn.policies.get(qualifier);
    demandRevision(input.RevisionId, before?.revisionId ?? fn.latest.revisionId);
    const statements = before?.statements ?? [];
    if (statements.some(({ Sid }) => Sid === input.StatementId)) {
      throw conflict(
        `The statement id (${input.StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
      );
    }
    const statement = statementOf(input, arn);
    fn.policies.set(qualifier, { statements: [...statements, statement], revisionId: call.ids.uuid() });
    return { Statement: JSON.stringify(statement) };
  },
});
