import type { DeleteStreamInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import { begin } from '../changes.ts';
import { resourceInUse } from '../errors.ts';
import type { KinesisState } from '../state.ts';
import { getStream, onStream } from '../streams.ts';

export const deleteStream = operation<KinesisState, DeleteStreamInput, void>({
  fidelity: 'real',
  needs: onStream('DeleteStream'),
  handle: (input, call) => {
    const stream = getStream(call, input);
    if (stream.status === 'DELETING') return;
    if (stream.consumers.size > 0 && input.EnforceConsumerDeletion !== true) {
      throw resourceInUse(
        `Stream ${stream.name} under account ${call.accountId} has ${stream.consumers.size} registered consumers; deregister them, or set EnforceConsumerDeletion.`,
      );
    }
    stream.status = 'DELETING';
    begin(call, stream, { kind: 'delete' });
  },
});
