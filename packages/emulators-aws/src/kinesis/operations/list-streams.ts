import type { ListStreamsInput, ListStreamsOutput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import { namedPage, pageToken } from '../../messaging/page-token.ts';
import { invalidArgument } from '../errors.ts';
import type { KinesisState } from '../state.ts';

const DEFAULT_STREAMS = 100;

export const listStreams = operation<KinesisState, ListStreamsInput, ListStreamsOutput>({
  fidelity: 'real',
  handle: ({ ExclusiveStartStreamName: from, NextToken, Limit: limit = DEFAULT_STREAMS }, { state }) => {
    const token = NextToken ?? (from === undefined ? undefined : pageToken({ after: from }));
    const { items, nextToken } = namedPage(state.streams.values(), ({ name }) => name, { token, limit }, invalidToken);
    return {
      StreamNames: items.map(({ name }) => name),
      HasMoreStreams: nextToken !== undefined,
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
      StreamSummaries: items.map(({ name, arn, status, mode, createdAt }) => ({
        StreamName: name,
        StreamARN: arn,
        StreamStatus: status,
        StreamModeDetails: { StreamMode: mode },
        StreamCreationTimestamp: new Date(createdAt),
      })),
    };
  },
});

const invalidToken = () => invalidArgument('NextToken is not one that ListStreams gave out.');
