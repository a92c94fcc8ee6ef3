import type { PutRecordInput, PutRecordOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidArgument, notSupported } from '../errors.ts';
import { parseSequenceNumber } from '../sequence-number.ts';
import type { KinesisState } from '../state.ts';
import { getServingStream, servingNeeds } from '../streams.ts';
import { announce, encryptionType, readyRecord, write } from '../writing.ts';

export const putRecord = operation<KinesisState, Sent<PutRecordInput>, PutRecordOutput>({
  fidelity: 'real',
  needs: servingNeeds('PutRecord', 'kms:GenerateDataKey'),
  handle: async (input, call) => {
    if (input.DryRun) throw notSupported('DryRun');
    const before = input.SequenceNumberForOrdering; // records of one shard are in order anyway
    if (before !== undefined && !parseSequenceNumber(before)) {
      throw invalidArgument(`SequenceNumberForOrdering ${before} is not one that this service gave out.`);
    }
    const stream = getServingStream(call, input);
    const written = write(call, stream, await readyRecord(call, stream, input, ''));
    announce(call, stream, 'PutRecord', [written]);
    if (written.outcome === 'refused') throw written.error;
    return { ShardId: written.shard.id, SequenceNumber: written.record.sequenceNumber, ...encryptionType(stream) };
  },
});
