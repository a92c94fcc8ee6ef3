import type { AliasConfiguration, GetAliasRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { getAliasNamed } from '../aliases.ts';
import { describeAlias } from '../describe.ts';
import { getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const getAlias = operation<LambdaState, GetAliasRequest, AliasConfiguration>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'GetAlias', functionNameOf(call, input.FunctionName)),
  handle: (input, call) =>
    describeAlias(getAliasNamed(getFunctionNamed(call, functionNameOf(call, input.FunctionName)), input.Name)),
});
