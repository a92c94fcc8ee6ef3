import type { GenerateRandomRequest, GenerateRandomResponse } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import { KMS_REQUEST } from '../../prices.ts';
import { randomBytes } from '../cipher.ts';
import { notSupported, validation } from '../errors.ts';
import type { KmsState } from '../state.ts';

export const generateRandom = operation<KmsState, GenerateRandomRequest, GenerateRandomResponse>({
  fidelity: 'simplified',
  differs: 'The bytes come from the seed of the account, so that a lab can be replayed.',
  handle: ({ NumberOfBytes: length, CustomKeyStoreId, Recipient }, call) => {
    if (CustomKeyStoreId !== undefined) throw notSupported('A custom key store');
    if (Recipient !== undefined) throw notSupported('Recipient');
    if (length === undefined) throw validation('NumberOfBytes is required.');
    call.charge(KMS_REQUEST, 1);
    return { Plaintext: randomBytes(call, length) };
  },
});
