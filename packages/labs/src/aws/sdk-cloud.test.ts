import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { plainOutput } from './plain.ts';
import { sdkCloud } from './sdk-cloud.ts';

type Seen = { readonly body: unknown; readonly hostname: string; readonly path: string };

/** Takes what a client sends and answers it with `status` and `json`. */
function handler(json: unknown, status = 200) {
  const seen: Seen[] = [];
  const handle = async (request: Seen) => {
    seen.push(request);
    const body = Readable.from([Buffer.from(JSON.stringify(json))]);
    return { response: { statusCode: status, headers: { 'content-type': 'application/json' }, body } };
  };
  return {
    seen,
    handle,
    destroy: () => undefined,
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const open = (requestHandler: object) => sdkCloud({ region: 'us-east-1', credentials, requestHandler });

describe('a cloud over the official clients', () => {
  it('sends a text where bytes are asked for as these bytes', async () => {
    const requestHandler = handler({ ShardId: 's', SequenceNumber: '1' });
    await open(requestHandler).send('kinesis', 'PutRecord', { StreamName: 's', PartitionKey: 'k', Data: '{"ä":1}' });

    expect(JSON.parse(String(requestHandler.seen[0]?.body))).toMatchObject({
      Data: Buffer.from('{"ä":1}').toString('base64'),
    });
  });

  it('answers plain data: no dates, no bytes that are texts, no metadata', async () => {
    const when = 1_700_000_000;
    const requestHandler = handler({
      Records: [
        {
          Data: Buffer.from('hi').toString('base64'),
          PartitionKey: 'k',
          SequenceNumber: '1',
          ApproximateArrivalTimestamp: when,
        },
      ],
    });
    const output = await open(requestHandler).send('kinesis', 'GetRecords', { ShardIterator: 'i' });

    expect(output).toEqual({
      Records: [
        {
          Data: 'hi',
          PartitionKey: 'k',
          SequenceNumber: '1',
          ApproximateArrivalTimestamp: new Date(when * 1000).toISOString(),
        },
      ],
    });
  });

  it('tells a refusal from a failure', async () => {
    const refused = open(handler({ __type: 'ResourceNotFoundException', message: 'no stream' }, 400));
    const broken = open(handler({ __type: 'NotImplementedException', message: 'not here' }, 501));

    await expect(refused.send('kinesis', 'DescribeStream', { StreamName: 's' })).rejects.toMatchObject({
      kind: 'refused',
      code: 'ResourceNotFoundException',
      message: 'no stream',
      status: 400,
    });
    await expect(broken.send('kinesis', 'DescribeStream', { StreamName: 's' })).rejects.toMatchObject({
      kind: 'broken',
      status: 501,
    });
  });

  it('knows no operation that the client does not', async () => {
    await expect(open(handler({})).send('kinesis', 'DrinkStream', {})).rejects.toThrow(
      'Amazon Kinesis Data Streams has no operation DrinkStream',
    );
    await expect(open(handler({})).send('teapot', 'Boil', {})).rejects.toThrow('labs cannot call teapot');
  });

  it('reads streams of events to their end', async () => {
    async function* events() {
      yield { chunk: { bytes: new TextEncoder().encode('a') } };
      yield { chunk: { bytes: Uint8Array.of(0xff) } };
    }

    expect(await plainOutput({ $metadata: {}, stream: events(), none: undefined })).toEqual({
      stream: [{ chunk: { bytes: 'a' } }, { chunk: { bytes: Uint8Array.of(0xff) } }],
    });
  });
});
