import type { GetQueueUrlRequest, GetQueueUrlResult } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { noSuchQueue } from '../errors.ts';
import { getQueue, onQueue, queueUrl } from '../queues.ts';
import type { SqsState } from '../state.ts';

export const getQueueUrl = operation<SqsState, Sent<GetQueueUrlRequest>, GetQueueUrlResult>({
  fidelity: 'real',
  needs: ({ QueueName: name }, call) => onQueue('GetQueueUrl')({ QueueUrl: name }, call),
  handle: ({ QueueName: name, QueueOwnerAWSAccountId: owner }, call) => {
    if (owner !== undefined && owner !== call.accountId) throw noSuchQueue();
    return { QueueUrl: queueUrl(call, getQueue(call, { QueueUrl: name }).name) };
  },
});
