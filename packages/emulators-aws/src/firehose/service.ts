import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { FLUSH_TIMER, flushDue } from './buffering.ts';
import { CHANGED_TIMER, finish } from './changes.ts';
import { RETRY_TIMER, retryDelivery } from './delivery.ts';
import { hearNews } from './from-kinesis.ts';
import { createDeliveryStream } from './operations/create-delivery-stream.ts';
import { deleteDeliveryStream } from './operations/delete-delivery-stream.ts';
import { describeDeliveryStream } from './operations/describe-delivery-stream.ts';
import { listDeliveryStreams } from './operations/list-delivery-streams.ts';
import { listTagsForDeliveryStream } from './operations/list-tags-for-delivery-stream.ts';
import { putRecord } from './operations/put-record.ts';
import { putRecordBatch } from './operations/put-record-batch.ts';
import { tagDeliveryStream } from './operations/tag-delivery-stream.ts';
import { untagDeliveryStream } from './operations/untag-delivery-stream.ts';
import { emptyState, type FirehoseState } from './state.ts';

/** Amazon Data Firehose: buffered delivery to S3, from producers or from a Kinesis stream. */
export const firehose = defineService<FirehoseState>({
  name: 'firehose',
  get model() {
    return modelOf('firehose');
  },
  actionPrefix: 'firehose',
  scope: 'regional',
  emptyState,
  operations: {
    CreateDeliveryStream: createDeliveryStream,
    DeleteDeliveryStream: deleteDeliveryStream,
    DescribeDeliveryStream: describeDeliveryStream,
    ListDeliveryStreams: listDeliveryStreams,
    ListTagsForDeliveryStream: listTagsForDeliveryStream,
    PutRecord: putRecord,
    PutRecordBatch: putRecordBatch,
    TagDeliveryStream: tagDeliveryStream,
    UntagDeliveryStream: untagDeliveryStream,
  },
  timers: { [CHANGED_TIMER]: finish, [FLUSH_TIMER]: flushDue, [RETRY_TIMER]: retryDelivery },
  listeners: { 'kinesis:records': hearNews },
});
