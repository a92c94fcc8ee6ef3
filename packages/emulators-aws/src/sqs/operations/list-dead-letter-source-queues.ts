import type { ListDeadLetterSourceQueuesRequest, ListDeadLetterSourceQueuesResult } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidParameter } from '../errors.ts';
import { getQueue, onQueue, queueUrl } from '../queues.ts';
import { sourcesOf } from '../redrive.ts';
import type { SqsState } from '../state.ts';

const MAX_RESULTS = 1000;

type Input = ListDeadLetterSourceQueuesRequest;

export const listDeadLetterSourceQueues = operation<SqsState, Input, ListDeadLetterSourceQueuesResult>({
  fidelity: 'real',
  needs: onQueue('ListDeadLetterSourceQueues'),
  handle: (input, call) => {
    const sources = sourcesOf(call.state, getQueue(call, input));
    const request = { token: input.NextToken, limit: input.MaxResults ?? MAX_RESULTS };
    const { items, nextToken } = namedPage(sources, ({ name }) => name, request, invalidToken);
    return {
      queueUrls: items.map(({ name }) => queueUrl(call, name)),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});

const invalidToken = () => invalidParameter('NextToken is not one that ListDeadLetterSourceQueues gave out.');
