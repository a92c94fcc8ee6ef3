import type { ListAliasesRequest, ListAliasesResponse } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { describeAlias } from '../describe.ts';
import { getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { markedPage } from '../paging.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const listAliases = operation<LambdaState, ListAliasesRequest, ListAliasesResponse>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'ListAliases', functionNameOf(call, input.FunctionName)),
  handle: (input, call) => {
    const fn = getFunctionNamed(call, functionNameOf(call, input.FunctionName));
    const all = [...fn.aliases.values()];
    const meant = input.FunctionVersion ? all.filter(({ version }) => version === input.FunctionVersion) : all;
    const { items, next } = markedPage(meant, ({ name }) => name, input);
    return { Aliases: items.map(describeAlias), ...next };
  },
});
