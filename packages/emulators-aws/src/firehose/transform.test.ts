import { memoryPayload, type Principal } from '@cairn/emulator-kit';
import { describe, expect, it } from 'vitest';
import type { Buffered, DeliveryStream, FirehoseCall } from './state.ts';
import { transformed } from './transform.ts';

const role: Principal = { kind: 'role-session', arn: 'arn', accountId: '1', userId: 'u' };
const records: Buffered[] = ['a', 'b'].map((text) => ({ data: Buffer.from(text), size: 1, arrivedAt: 5 }));

/** Runs the records through a function that answers with what `answer` makes of its event. */
async function through(answer: (event: LambdaEvent) => unknown, more: object = {}): Promise<string[]> {
  const processor = { Type: 'Lambda', Parameters: [{ ParameterName: 'LambdaArn', ParameterValue: 'arn:f' }] };
  const stream = { arn: 'arn:s', destination: { ProcessingConfiguration: { Enabled: true, Processors: [processor] } } };
  const call = {
    region: 'us-east-1',
    ids: { uuid: () => 'id' },
    invoke: async (
      _service: string,
      _operation: string,
      { Payload: payload }: { Payload: { memory: Uint8Array } },
    ) => ({
      Payload: memoryPayload(JSON.stringify(answer(JSON.parse(Buffer.from(payload.memory).toString())))),
      ...more,
    }),
  };
  // the two hold what the transformation looks at
  const bytes = await transformed(call as unknown as FirehoseCall, stream as unknown as DeliveryStream, role, records);
  return bytes.map((one) => Buffer.from(one).toString());
}

interface LambdaEvent {
  readonly records: readonly {
    readonly recordId: string;
    readonly data: string;
    readonly approximateArrivalTimestamp: number;
  }[];
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('a function that transforms records', () => {
  it('changes some and drops others, by their ids', async () => {
    const answer = ({ records: given }: LambdaEvent) => ({
      records: [
        { recordId: given[1]?.recordId, result: 'Dropped' },
        { recordId: given[0]?.recordId, result: 'Ok', data: base64(`${Buffer.from(given[0]?.data ?? '', 'base64')}!`) },
      ],
    });

    expect(await through(answer)).toEqual(['a!']);
  });

  it.each<[string, (event: LambdaEvent) => unknown, object, string]>([
    ['an error', () => ({ errorMessage: 'boom' }), { FunctionError: 'Unhandled' }, 'returned an error'],
    ['something else', () => 'done', {}, 'did not return'],
    ['fewer records', () => ({ records: [{ recordId: '0', result: 'Ok', data: '' }] }), {}, 'for record 1'],
  ])('that answers with %s fails the delivery', async (_, answer, more, message) => {
    await expect(through(answer, more)).rejects.toThrow(message);
  });
});
