import type { ListVersionsByFunctionRequest, ListVersionsByFunctionResponse } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { describeVersion } from '../describe.ts';
import { getFunctionNamed } from '../functions.ts';
import { functionNameOf } from '../names.ts';
import { markedPage } from '../paging.ts';
import { functionNeed } from '../policy.ts';
import type { LambdaState } from '../state.ts';

export const listVersionsByFunction = operation<
  LambdaState,
  ListVersionsByFunctionRequest,
  ListVersionsByFunctionResponse
>({
  fidelity: 'real',
  needs: (input, call) => functionNeed(call, 'ListVersionsByFunction', functionNameOf(call, input.FunctionName)),
  handle: (input, call) => {
    const fn = getFunctionNamed(call, functionNameOf(call, input.FunctionName));
    // `$` comes before the digits, which are padded so that 10 follows 9.
    const versions = [fn.latest, ...fn.versions.values()];
    const { items, next } = markedPage(
      versions,
      ({ version }) => version.padStart(10, '0').replace(/^0+\$/, '$'),
      input,
    );
    return { Versions: items.map((version) => describeVersion(fn, version, true)), ...next };
  },
});
