import type { PutRecordBatchInput, PutRecordBatchOutput } from '@aws-sdk/client-firehose';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidArgument } from '../errors.ts';
import { putDirectly } from '../putting.ts';
import type { FirehoseState } from '../state.ts';
import { onStream } from '../streams.ts';

const MAX_BYTES = 4 * 1024 * 1024;

type Input = Omit<Sent<PutRecordBatchInput>, 'Records'> & {
  readonly Records: readonly { readonly Data: Uint8Array }[];
};

export const putRecordBatch = operation<FirehoseState, Input, PutRecordBatchOutput>({
  fidelity: 'simplified',
  differs: 'Throughput is not limited.',
  needs: onStream('PutRecordBatch'),
  handle: async (input, call) => {
    const records = input.Records.map(({ Data }) => Data);
    if (records.reduce((sum, { length }) => sum + length, 0) > MAX_BYTES) {
      throw invalidArgument('Records size exceeds 4 MB limit');
    }
    const ids = await putDirectly(call, input, records);
    return { FailedPutCount: 0, Encrypted: false, RequestResponses: ids.map((id) => ({ RecordId: id })) };
  },
});
