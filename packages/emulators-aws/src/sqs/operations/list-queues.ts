import type { ListQueuesRequest, ListQueuesResult } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidParameter, invalidValue } from '../errors.ts';
import { queueUrl } from '../queues.ts';
import type { SqsState } from '../state.ts';

const MAX_RESULTS = 1000;

export const listQueues = operation<SqsState, ListQueuesRequest, ListQueuesResult>({
  fidelity: 'real',
  handle: ({ QueueNamePrefix: prefix = '', NextToken: token, MaxResults: limit = MAX_RESULTS }, call) => {
    if (limit < 1 || limit > MAX_RESULTS) {
      throw invalidValue(limit, 'MaxResults', `Must be between 1 and ${MAX_RESULTS}, if provided.`);
    }
    const named = [...call.state.queues.values()].filter(({ name }) => name.startsWith(prefix));
    const { items, nextToken } = namedPage(named, ({ name }) => name, { token, limit }, invalidToken);
    return {
      ...(items.length === 0 ? {} : { QueueUrls: items.map(({ name }) => queueUrl(call, name)) }),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});

const invalidToken = () => invalidParameter('NextToken is not one that ListQueues gave out.');
