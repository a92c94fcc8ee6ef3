import type { DecryptRequest, DecryptResponse } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import { KMS_REQUEST } from '../../prices.ts';
import { keyIdIn, decrypt as open } from '../cipher.ts';
import { incorrectKey, invalidCiphertext } from '../errors.ts';
import { getKey } from '../keys.ts';
import { contextKeys, keyNeed } from '../needs.ts';
import type { Key, KmsCall, KmsState } from '../state.ts';
import { usableKey } from '../using.ts';

export const decrypt = operation<KmsState, DecryptRequest, DecryptResponse>({
  fidelity: 'real',
  needs: (input, call) => keyNeed(call, 'Decrypt', keyOf(call, input), contextKeys(input.EncryptionContext)),
  handle: (input, call) => {
    const { CiphertextBlob, EncryptionContext = {} } = input;
    const key = usableKey(call, { ...input, KeyId: keyOf(call, input).arn });
    if (!CiphertextBlob) throw invalidCiphertext();
    call.charge(KMS_REQUEST, 1);
    return {
      KeyId: key.arn,
      Plaintext: open(key, CiphertextBlob, EncryptionContext),
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    };
  },
});

/** The key that the ciphertext names; a key that the request names must be the same. */
function keyOf(call: KmsCall, { KeyId, CiphertextBlob }: DecryptRequest): Key {
  const made = call.state.keys.get(keyIdIn(CiphertextBlob));
  if (KeyId !== undefined && getKey(call, KeyId).id !== made?.id) throw incorrectKey();
  if (!made) throw invalidCiphertext(); // of a key that is gone, or of another account
  return made;
}
