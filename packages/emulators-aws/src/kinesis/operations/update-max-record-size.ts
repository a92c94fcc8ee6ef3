import type { UpdateMaxRecordSizeInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { begin } from '../changes.ts';
import type { KinesisState } from '../state.ts';
import { getActiveStream, onStream } from '../streams.ts';

export const updateMaxRecordSize = operation<KinesisState, Sent<UpdateMaxRecordSizeInput>, void>({
  fidelity: 'real',
  needs: onStream('UpdateMaxRecordSize'),
  handle: (input, call) => {
    const stream = getActiveStream(call, input);
    stream.maxRecordBytes = input.MaxRecordSizeInKiB * 1024;
    stream.status = 'UPDATING';
    begin(call, stream, { kind: 'ready' });
  },
});
