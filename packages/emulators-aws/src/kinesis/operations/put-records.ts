import type { PutRecordsInput, PutRecordsOutput, PutRecordsResultEntry } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidArgument, notSupported } from '../errors.ts';
import type { KinesisState } from '../state.ts';
import { getServingStream, servingNeeds } from '../streams.ts';
import { announce, encryptionType, type NewRecord, readyRecord, type Written, write } from '../writing.ts';

/** Kinesis API reference, PutRecords: up to 10 MiB for the entire request, partition keys included. */
const MAX_REQUEST_BYTES = 10 * 1024 * 1024;

type Input = Omit<PutRecordsInput, 'Records'> & { readonly Records: readonly Sent<NewRecord>[] };

export const putRecords = operation<KinesisState, Input, PutRecordsOutput>({
  fidelity: 'real',
  needs: servingNeeds('PutRecords', 'kms:GenerateDataKey'),
  handle: async (input, call) => {
    if (input.DryRun) throw notSupported('DryRun');
    const stream = getServingStream(call, input);
    const ready = await Promise.all(
      input.Records.map((record, index) => readyRecord(call, stream, record, `records.${index + 1}.member.`)),
    );
    const bytes = ready.reduce((sum, { size }) => sum + size, 0);
    if (bytes > MAX_REQUEST_BYTES) {
      throw invalidArgument(`Records size exceeds ${MAX_REQUEST_BYTES} bytes: the request has ${bytes}.`);
    }
    const written = ready.map((record) => write(call, stream, record));
    announce(call, stream, 'PutRecords', written);
    return {
      Records: written.map(describeWritten),
      FailedRecordCount: written.filter(({ outcome }) => outcome === 'refused').length,
      ...encryptionType(stream),
    };
  },
});

const describeWritten = (written: Written): PutRecordsResultEntry =>
  written.outcome === 'refused'
    ? { ErrorCode: written.error.code, ErrorMessage: written.error.message }
    : { SequenceNumber: written.record.sequenceNumber, ShardId: written.shard.id };
