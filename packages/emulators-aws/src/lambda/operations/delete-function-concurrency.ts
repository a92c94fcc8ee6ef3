import type { DeleteFunctionConcurrencyRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const deleteFunctionConcurrency = operation<
  LambdaState,
  DeleteFunctionConcurrencyRequest,
  Record<string, never>
>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'DeleteFunctionConcurrency', functionNameOf(call, input.FunctionName)),
  handle: (input, call) => {
    getFunctionNamed(call, functionNameOf(call, input.FunctionName)).reservedConcurrency = undefined;
    return {};
  },
});
