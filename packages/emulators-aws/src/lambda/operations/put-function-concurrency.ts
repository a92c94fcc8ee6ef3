import type { Concurrency, PutFunctionConcurrencyRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { invalidParameter } from '../errors.ts';
import { getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

/** Quota of an account, of which Lambda keeps 100 for functions without a reservation. */
const ACCOUNT_CONCURRENCY = 1000;
const LEAST_UNRESERVED = 100;

export const putFunctionConcurrency = operation<LambdaState, PutFunctionConcurrencyRequest, Concurrency>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'PutFunctionConcurrency', functionNameOf(call, input.FunctionName)),
  handle: (input, call) => {
    const fn = getFunctionNamed(call, functionNameOf(call, input.FunctionName));
    const reserved = input.ReservedConcurrentExecutions ?? 0;
    const others = [...call.state.functions.values()].filter((one) => one !== fn);
    const all = others.reduce((sum, one) => sum + (one.reservedConcurrency ?? 0), reserved);
    if (ACCOUNT_CONCURRENCY - all < LEAST_UNRESERVED) {
      throw invalidParameter(
        `Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [${LEAST_UNRESERVED}].`,
      );
    }
    fn.reservedConcurrency = reserved;
    return { ReservedConcurrentExecutions: reserved };
  },
});
