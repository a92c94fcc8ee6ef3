import type { EncryptRequest, EncryptResponse } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { KMS_REQUEST } from '../../prices.ts';
import { encrypt as seal } from '../cipher.ts';
import { onUse } from '../needs.ts';
import type { KmsState } from '../state.ts';
import { usableKey } from '../using.ts';

export const encrypt = operation<KmsState, Sent<EncryptRequest>, EncryptResponse>({
  fidelity: 'real',
  needs: onUse('Encrypt'),
  handle: (input, call) => {
    const key = usableKey(call, input);
    call.charge(KMS_REQUEST, 1);
    return {
      KeyId: key.arn,
      CiphertextBlob: seal(call, key, input.Plaintext, input.EncryptionContext ?? {}),
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    };
  },
});
