import type { ListMessageMoveTasksRequest, ListMessageMoveTasksResult } from '@aws-sdk/client-sqs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { SqsState } from '../state.ts';

export const listMessageMoveTasks = operation<SqsState, Sent<ListMessageMoveTasksRequest>, ListMessageMoveTasksResult>({
  fidelity: 'real',
  needs: ({ SourceArn: arn }) => ({ action: 'sqs:ListMessageMoveTasks', resource: arn }),
  handle: ({ SourceArn: arn, MaxResults: limit = 1 }, { state }) => ({
    Results: state.moves
      .filter(({ sourceArn }) => sourceArn === arn)
      .slice(0, limit)
      .map(({ sourceArn, destinationArn, startedAt, moved }) => ({
        Status: 'COMPLETED',
        SourceArn: sourceArn,
        ...(destinationArn === undefined ? {} : { DestinationArn: destinationArn }),
        ApproximateNumberOfMessagesMoved: moved,
        ApproximateNumberOfMessagesToMove: moved,
        StartedTimestamp: startedAt,
      })),
  }),
});
