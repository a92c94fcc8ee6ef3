import type { PutRecordInput, PutRecordOutput } from '@aws-sdk/client-firehose';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { putDirectly } from '../putting.ts';
import type { FirehoseState } from '../state.ts';
import { onStream } from '../streams.ts';

type Input = Sent<PutRecordInput> & { readonly Record: { readonly Data: Uint8Array } };

export const putRecord = operation<FirehoseState, Input, PutRecordOutput>({
  fidelity: 'simplified',
  differs: 'Throughput is not limited.',
  needs: onStream('PutRecord'),
  handle: async (input, call) => {
    const [id] = await putDirectly(call, input, [input.Record.Data]);
    return { RecordId: id, Encrypted: false };
  },
});
