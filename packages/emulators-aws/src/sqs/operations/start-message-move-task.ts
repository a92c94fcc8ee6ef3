import type { StartMessageMoveTaskRequest, StartMessageMoveTaskResult } from '@aws-sdk/client-sqs';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { unsupported } from '../errors.ts';
import { queueNeed } from '../queues.ts';
import { moveTo } from '../receiving.ts';
import { findByArn, sourcesOf } from '../redrive.ts';
import type { Message, Queue, SqsCall, SqsState } from '../state.ts';

type Input = Sent<StartMessageMoveTaskRequest>;

export const startMessageMoveTask = operation<SqsState, Input, StartMessageMoveTaskResult>({
  fidelity: 'simplified',
  differs: 'All messages are moved at once, not bit by bit.',
  needs: ({ SourceArn: arn, DestinationArn: destination }, call) => {
    const source = findByArn(call.state, arn);
    const target = destination === undefined ? undefined : findByArn(call.state, destination);
    const taking = source
      ? ['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage'].map((action) => queueNeed(call, source, action))
      : [{ action: 'sqs:StartMessageMoveTask', resource: arn }];
    return target ? [...taking, queueNeed(call, target, 'SendMessage')] : taking;
  },
  handle: ({ SourceArn: arn, DestinationArn: destination, MaxNumberOfMessagesPerSecond: rate }, call) => {
    if (rate !== undefined) throw unsupported('MaxNumberOfMessagesPerSecond');
    const source = queueOf(call, arn);
    if (sourcesOf(call.state, source).length === 0) {
      throw unsupportedSource('Source queue must be configured as a Dead Letter Queue.');
    }
    const target = destination === undefined ? undefined : queueOf(call, destination);
    const going = source.messages.filter(({ visibleAt }) => visibleAt <= call.now());
    for (const [queue, messages] of byTarget(call, going, target)) {
      moveTo(
        call,
        queue,
        messages.map((message) => ({ ...message, receiveCount: 0 })),
        undefined,
      );
    }
    source.messages = source.messages.filter((message) => !going.includes(message));
    const handle = Buffer.from(JSON.stringify({ taskId: call.ids.uuid(), sourceArn: arn })).toString('base64');
    const move = { handle, sourceArn: arn, destinationArn: destination, startedAt: call.now(), moved: going.length };
    call.state.moves.unshift(move);
    return { TaskHandle: handle };
  },
});

/** Without a destination each message goes back to where it came from. */
function byTarget(call: SqsCall, messages: readonly Message[], target: Queue | undefined): Map<Queue, Message[]> {
  const moves = new Map<Queue, Message[]>();
  for (const message of messages) {
    const queue = target ?? findByArn(call.state, message.sourceArn ?? '');
    if (!queue) throw unsupportedSource('A message has no source queue to go back to; name a DestinationArn.');
    moves.set(queue, [...(moves.get(queue) ?? []), message]);
  }
  return moves;
}

function queueOf(call: SqsCall, arn: string): Queue {
  const queue = findByArn(call.state, arn);
  if (!queue)
    throw new ServiceError('ResourceNotFoundException', `The resource that you specified (${arn}) doesn't exist.`);
  return queue;
}

const unsupportedSource = (message: string): ServiceError => new ServiceError('UnsupportedOperation', message);
