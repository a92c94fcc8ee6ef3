import type { ListFunctionsRequest, ListFunctionsResponse } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { describeVersion } from '../describe.ts';
import { markedPage } from '../paging.ts';
import type { LambdaState } from '../state.ts';

export const listFunctions = operation<LambdaState, ListFunctionsRequest, ListFunctionsResponse>({
  fidelity: 'real',
  handle: (input, call) => {
    const versions = [...call.state.functions.values()].flatMap((fn) => [
      { key: fn.name, described: describeVersion(fn, fn.latest, input.FunctionVersion === 'ALL') },
      ...(input.FunctionVersion === 'ALL'
        ? [...fn.versions.values()].map((version) => ({
            key: `${fn.name}:${version.version.padStart(10, '0')}`,
            described: describeVersion(fn, version, true),
          }))
        : []),
    ]);
    const { items, next } = markedPage(versions, ({ key }) => key, input);
    return { Functions: items.map(({ described }) => described), ...next };
  },
});
