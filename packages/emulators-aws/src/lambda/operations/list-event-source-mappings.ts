import type { ListEventSourceMappingsRequest, ListEventSourceMappingsResponse } from '@aws-sdk/client-lambda';
import { operation } from '@cairn/emulator-kit';
import { describeMapping } from '../mappings/describe.ts';
import { functionArn, functionNameOf } from '../names.ts';
import { markedPage } from '../paging.ts';
import type { LambdaState } from '../state.ts';

export const listEventSourceMappings = operation<
  LambdaState,
  ListEventSourceMappingsRequest,
  ListEventSourceMappingsResponse
>({
  fidelity: 'real',
  handle: (input, call) => {
    const { EventSourceArn: sourceArn, FunctionName: name } = input;
    const arn = name === undefined ? undefined : functionArn(call, functionNameOf(call, name));
    const meant = [...call.state.mappings.values()].filter(
      (one) =>
        (sourceArn === undefined || one.sourceArn === sourceArn) && (arn === undefined || one.functionArn === arn),
    );
    const { items, next } = markedPage(meant, ({ uuid }) => uuid, input);
    return { EventSourceMappings: items.map((mapping) => describeMapping(call, mapping)), ...next };
  },
});
