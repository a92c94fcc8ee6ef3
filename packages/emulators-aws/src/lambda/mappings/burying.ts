import type { _Record } from '@aws-sdk/client-kinesis';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { sendTo } from '../sending.ts';
import type { LambdaCall, Mapping } from '../state.ts';

interface LostBatch {
  readonly mapping: Mapping;
  readonly session: Principal;
  readonly shardId: string;
  readonly requestId: string;
  readonly condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  readonly attempts: number;
  readonly records: readonly _Record[];
}

/** Tells the on-failure destination of a batch that was given up: where it lies in the stream, not what it holds. */
export async function buryBatch(call: LambdaCall, lost: LostBatch): Promise<void> {
  const { mapping, session, shardId, records } = lost;
  const { onFailureArn } = mapping.settings;
  if (onFailureArn === undefined) return;
  const [first, last] = [records[0], records.at(-1)];
  const message = {
    requestContext: {
      requestId: lost.requestId,
      functionArn: mapping.functionArn,
      condition: lost.condition,
      approximateInvokeCount: lost.attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: call.date().toISOString(),
    KinesisBatchInfo: {
      shardId,
      startSequenceNumber: first?.SequenceNumber,
      endSequenceNumber: last?.SequenceNumber,
      approximateArrivalOfFirstRecord: first?.ApproximateArrivalTimestamp?.toISOString(),
      approximateArrivalOfLastRecord: last?.ApproximateArrivalTimestamp?.toISOString(),
      batchSize: records.length,
      streamArn: mapping.sourceArn,
    },
  };
  try {
    await sendTo(call, onFailureArn, JSON.stringify(message), session);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    mapping.lastResult = `PROBLEM: the on-failure destination refused: ${error.message}`;
  }
}
