import type { GenerateDataKeyRequest, GenerateDataKeyResponse } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { KMS_REQUEST } from '../../prices.ts';
import { encrypt, randomBytes } from '../cipher.ts';
import { onUse } from '../needs.ts';
import type { KmsState } from '../state.ts';
import { dataKeyLength, usableKey } from '../using.ts';

export const generateDataKey = operation<KmsState, Sent<GenerateDataKeyRequest>, GenerateDataKeyResponse>({
  fidelity: 'real',
  needs: onUse('GenerateDataKey'),
  handle: (input, call) => {
    const length = dataKeyLength(input);
    const key = usableKey(call, input);
    const plaintext = randomBytes(call, length);
    call.charge(KMS_REQUEST, 1);
    return {
      KeyId: key.arn,
      Plaintext: plaintext,
      CiphertextBlob: encrypt(call, key, plaintext, input.EncryptionContext ?? {}),
    };
  },
});
