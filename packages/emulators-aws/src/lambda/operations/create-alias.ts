import type { AliasConfiguration, CreateAliasRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { checkedWeights, demandAliasName, demandVersion } from '../aliases.ts';
import { describeAlias } from '../describe.ts';
import { conflict } from '../errors.ts';
import { getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const createAlias = operation<LambdaState, CreateAliasRequest, AliasConfiguration>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'CreateAlias', functionNameOf(call, input.FunctionName)),
  handle: (input, call) => {
    const fn = getFunctionNamed(call, functionNameOf(call, input.FunctionName));
    const { Name: name = '', FunctionVersion: version = '' } = input;
    demandAliasName(name);
    const arn = `${fn.arn}:${name}`;
    if (fn.aliases.has(name)) throw conflict(`Alias already exists: ${arn}`);
    demandVersion(fn, version);
    const weights = checkedWeights(fn, version, input.RoutingConfig);
    const alias = { name, arn, version, description: input.Description ?? '', weights, revisionId: call.ids.uuid() };
    fn.aliases.set(name, alias);
    return describeAlias(alias);
  },
});
