import type { ListTopicsInput, ListTopicsResponse } from '@aws-sdk/client-sns';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidParameter } from '../errors.ts';
import type { SnsState } from '../state.ts';

const PAGE = 100;

export const listTopics = operation<SnsState, ListTopicsInput, ListTopicsResponse>({
  fidelity: 'real',
  handle: ({ NextToken: token }, { state }) => {
    const request = { token, limit: PAGE };
    const { items, nextToken } = namedPage(state.topics.values(), ({ name }) => name, request, invalidToken);
    return {
      Topics: items.map(({ arn }) => ({ TopicArn: arn })),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});

const invalidToken = () => invalidParameter('NextToken');
