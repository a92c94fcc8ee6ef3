import type { AliasConfiguration, UpdateAliasRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { checkedWeights, demandVersion, getAliasNamed } from '../aliases.ts';
import { describeAlias } from '../describe.ts';
import { demandRevision, getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const updateAlias = operation<LambdaState, UpdateAliasRequest, AliasConfiguration>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'UpdateAlias', functionNameOf(call, input.FunctionName)),
  handle: (input, call) => {
    const fn = getFunctionNamed(call, functionNameOf(call, input.FunctionName));
    const before = getAliasNamed(fn, input.Name);
    demandRevision(input.RevisionId, before.revisionId);
    const version = input.FunctionVersion ?? before.version;
    demandVersion(fn, version);
    const routing = input.RoutingConfig ?? { AdditionalVersionWeights: { ...before.weights } };
    const alias = {
      ...before,
      version,
      description: input.Description ?? before.description,
      weights: checkedWeights(fn, version, routing),
      revisionId: call.ids.uuid(),
    };
    fn.aliases.set(alias.name, alias);
    return describeAlias(alias);
  },
});
