import type { GetFunctionConcurrencyRequest, GetFunctionConcurrencyResponse } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const getFunctionConcurrency = operation<
  LambdaState,
  GetFunctionConcurrencyRequest,
  GetFunctionConcurrencyResponse
>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'GetFunctionConcurrency', functionNameOf(call, input.FunctionName)),
  handle: (input, call) => {
    const { reservedConcurrency } = getFunctionNamed(call, functionNameOf(call, input.FunctionName));
    return reservedConcurrency === undefined ? {} : { ReservedConcurrentExecutions: reservedConcurrency };
  },
});
