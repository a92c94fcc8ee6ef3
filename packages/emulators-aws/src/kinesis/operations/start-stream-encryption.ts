import type { StartStreamEncryptionInput } from '@aws-sdk/client-kinesis';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { begin } from '../changes.ts';
import { encryptionWith } from '../encryption.ts';
import { invalidArgument } from '../errors.ts';
import type { KinesisState } from '../state.ts';
import { getActiveStream, onStream } from '../streams.ts';

export const startStreamEncryption = operation<KinesisState, Sent<StartStreamEncryptionInput>, void>({
  fidelity: 'simplified',
  differs: 'Records are marked as encrypted and the key is asked for permission; the bytes at rest are not encrypted.',
  needs: onStream('StartStreamEncryption'),
  handle: async (input, call) => {
    if (input.EncryptionType === 'NONE') throw invalidArgument('EncryptionType must be KMS to start encryption.');
    const stream = getActiveStream(call, input);
    stream.encryption = await encryptionWith(call, input.KeyId);
    stream.status = 'UPDATING';
    begin(call, stream, { kind: 'ready' });
  },
});
