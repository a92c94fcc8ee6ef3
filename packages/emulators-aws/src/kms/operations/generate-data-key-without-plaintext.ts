import type {
  GenerateDataKeyWithoutPlaintextRequest,
  GenerateDataKeyWithoutPlaintextResponse,
} from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { KMS_REQUEST } from '../../prices.ts';
import { encrypt, randomBytes } from '../cipher.ts';
import { onUse } from '../needs.ts';
import type { KmsState } from '../state.ts';
import { dataKeyLength, usableKey } from '../using.ts';

export const generateDataKeyWithoutPlaintext = operation<
  KmsState,
  Sent<GenerateDataKeyWithoutPlaintextRequest>,
  GenerateDataKeyWithoutPlaintextResponse
>({
  fidelity: 'real',
  needs: onUse('GenerateDataKeyWithoutPlaintext'),
  handle: (input, call) => {
    const length = dataKeyLength(input);
    const key = usableKey(call, input);
    const plaintext = randomBytes(call, length);
    call.charge(KMS_REQUEST, 1);
    return {
      KeyId: key.arn,
      CiphertextBlob: encrypt(call, key, plaintext, input.EncryptionContext ?? {}),
    };
  },
});
