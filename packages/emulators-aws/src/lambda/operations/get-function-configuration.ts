import type { FunctionConfiguration, GetFunctionConfigurationRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { describeVersion } from '../describe.ts';
import { resolve } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const getFunctionConfiguration = operation<LambdaState, GetFunctionConfigurationRequest, FunctionConfiguration>({
  fidelity: 'real',
  needs: (input, call) =>
    functionNeed(call, 'GetFunctionConfiguration', functionNameOf(call, input.FunctionName, input.Qualifier)),
  handle: (input, call) => {
    const { fn, version, qualifier } = resolve(call, input.FunctionName, input.Qualifier);
    return describeVersion(fn, version, qualifier !== undefined);
  },
});
