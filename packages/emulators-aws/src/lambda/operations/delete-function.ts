import type { DeleteFunctionRequest } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { conflict, invalidParameter } from '../errors.ts';
import { resolve } from '../functions.ts';
import { retire } from '../invoking.ts';
import { functionNameOf } from '../names.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const deleteFunction = operation<LambdaState, DeleteFunctionRequest, Record<string, never>>({
  fidelity: 'real',
  needs: (input, call) =>
    functionNeed(call, 'DeleteFunction', functionNameOf(call, input.FunctionName, input.Qualifier)),
  handle: (input, call) => {
    const { fn, version, alias, qualifier } = resolve(call, input.FunctionName, input.Qualifier);
    if (qualifier === undefined) {
      for (const one of [fn.latest, ...fn.versions.values()]) retire(call, fn, one);
      call.state.functions.delete(fn.name);
      return {};
    }
    if (alias) throw invalidParameter('Cannot delete an alias by DeleteFunction; use DeleteAlias.');
    if (version === fn.latest)
      throw invalidParameter('$LATEST version cannot be deleted without deleting the function.');
    const users = [...fn.aliases.values()].filter((one) => one.version === qualifier || qualifier in one.weights);
    if (users.length > 0) {
      const names = users.map(({ name }) => name).join(', ');
      throw conflict(`Unable to delete version because the following aliases reference it: [${names}]`);
    }
    retire(call, fn, version);
    fn.versions.delete(qualifier);
    return {};
  },
});
