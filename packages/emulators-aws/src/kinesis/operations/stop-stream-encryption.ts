import type { StopStreamEncryptionInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { begin } from '../changes.ts';
import { invalidArgument } from '../errors.ts';
import type { KinesisState } from '../state.ts';
import { getActiveStream, onStream } from '../streams.ts';

export const stopStreamEncryption = operation<KinesisState, Sent<StopStreamEncryptionInput>, void>({
  fidelity: 'real',
  needs: onStream('StopStreamEncryption'),
  handle: (input, call) => {
    const stream = getActiveStream(call, input);
    if (stream.encryption?.keyId !== input.KeyId) {
      throw invalidArgument(
        `Stream ${stream.name} under account ${call.accountId} is not encrypted with key ${input.KeyId}.`,
      );
    }
    stream.encryption = undefined;
    stream.status = 'UPDATING';
    begin(call, stream, { kind: 'ready' });
  },
});
