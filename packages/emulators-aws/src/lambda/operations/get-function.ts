import type { GetFunctionRequest, GetFunctionResponse } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { describeVersion } from '../describe.ts';
import { resolve } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const getFunction = operation<LambdaState, GetFunctionRequest, GetFunctionResponse>({
  fidelity: 'simplified',
  differs: 'Code has no Location to download the archive from.',
  needs: (input, call) => functionNeed(call, 'GetFunction', functionNameOf(call, input.FunctionName, input.Qualifier)),
  handle: (input, call) => {
    const { fn, version, qualifier } = resolve(call, input.FunctionName, input.Qualifier);
    const { reservedConcurrency } = fn;
    return {
      Configuration: describeVersion(fn, version, qualifier !== undefined),
      Code: { RepositoryType: 'S3' },
      ...(fn.tags.size === 0 ? {} : { Tags: Object.fromEntries(fn.tags) }),
      ...(reservedConcurrency === undefined
        ? {}
        : { Concurrency: { ReservedConcurrentExecutions: reservedConcurrency } }),
    };
  },
});
