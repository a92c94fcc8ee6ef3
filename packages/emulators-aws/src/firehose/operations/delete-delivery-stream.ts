import type { DeleteDeliveryStreamInput, DeleteDeliveryStreamOutput } from '@aws-sdk/client-firehose';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { CHANGE_MILLISECONDS, CHANGED_TIMER, type Change } from '../changes.ts';
import type { FirehoseState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';

type Input = Sent<DeleteDeliveryStreamInput>;

export const deleteDeliveryStream = operation<FirehoseState, Input, DeleteDeliveryStreamOutput>({
  fidelity: 'real',
  needs: onStream('DeleteDeliveryStream'),
  handle: (input, call) => {
    const stream = getStream(call, input);
    if (stream.status === 'CREATING') {
      throw new ServiceError(
        'ResourceInUseException',
        `Firehose ${stream.name} under account ${call.accountId} is being created.`,
      );
    }
    stream.status = 'DELETING';
    const change: Change = { name: stream.name, createdAt: stream.createdAt, kind: 'delete' };
    call.later(CHANGE_MILLISECONDS, CHANGED_TIMER, change);
    return {};
  },
});
