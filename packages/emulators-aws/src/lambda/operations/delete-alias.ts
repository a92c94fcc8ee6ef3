import type { DeleteAliasRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const deleteAlias = operation<LambdaState, DeleteAliasRequest, Record<string, never>>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'DeleteAlias', functionNameOf(call, input.FunctionName)),
  handle: (input, call) => {
    const { aliases, policies } = getFunctionNamed(call, functionNameOf(call, input.FunctionName));
    aliases.delete(input.Name ?? '');
    policies.delete(input.Name ?? '');
    return {};
  },
});
