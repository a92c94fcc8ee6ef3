import type { BatchResultErrorEntry, PublishBatchInput, PublishBatchResponse } from '@aws-sdk/client-sns';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { type NewMessage, publish, sizeOf } from '../publishing.ts';
import type { SnsState } from '../state.ts';
import { getTopic, onTopic } from '../topics.ts';

const MAX_ENTRIES = 10;
const MAX_BYTES = 262_144;

type Entry = NewMessage & { readonly Id: string };
type Input = Omit<Sent<PublishBatchInput>, 'PublishBatchRequestEntries'> & {
  readonly PublishBatchRequestEntries: readonly Entry[];
};

export const publishBatch = operation<SnsState, Input, PublishBatchResponse>({
  fidelity: 'simplified',
  differs: 'Notifications carry no valid signature.',
  needs: onTopic('Publish'),
  handle: ({ TopicArn: arn, PublishBatchRequestEntries: entries }, call) => {
    const topic = getTopic(call, arn);
    checkBatch(entries);
    const successful: { Id: string; MessageId: string; SequenceNumber?: string }[] = [];
    const failed: BatchResultErrorEntry[] = [];
    for (const entry of entries) {
      try {
        const { messageId, sequenceNumber } = publish(call, topic, entry);
        const sequence = sequenceNumber === undefined ? {} : { SequenceNumber: sequenceNumber };
        successful.push({ Id: entry.Id, MessageId: messageId, ...sequence });
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        failed.push({ Id: entry.Id, Code: 'InvalidParameter', Message: error.message, SenderFault: true });
      }
    }
    return { Successful: successful, Failed: failed };
  },
});

function checkBatch(entries: readonly Entry[]): void {
  if (entries.length === 0) {
    throw new ServiceError('EmptyBatchRequestException', "The batch request doesn't contain any entries.");
  }
  if (entries.length > MAX_ENTRIES) {
    throw new ServiceError(
      'TooManyEntriesInBatchRequestException',
      'The batch request contains more entries than permissible.',
    );
  }
  if (entries.some(({ Id }) => !/^[A-Za-z0-9_-]{1,80}$/.test(Id))) {
    throw new ServiceError(
      'InvalidBatchEntryIdException',
      "The Id of a batch entry in a batch request doesn't abide by the specification.",
    );
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new ServiceError(
      'BatchEntryIdsNotDistinctException',
      'Two or more batch entries in the request have the same Id.',
    );
  }
  if (entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > MAX_BYTES) {
    throw new ServiceError(
      'BatchRequestTooLongException',
      'The length of all the batch messages put together is more than the limit.',
    );
  }
}
