import type { CancelKeyDeletionRequest, CancelKeyDeletionResponse } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidState } from '../errors.ts';
import { getKey, meterKey } from '../keys.ts';
import { onKey } from '../needs.ts';
import type { KmsState } from '../state.ts';

export const cancelKeyDeletion = operation<KmsState, Sent<CancelKeyDeletionRequest>, CancelKeyDeletionResponse>({
  fidelity: 'real',
  needs: onKey('CancelKeyDeletion'),
  handle: ({ KeyId }, call) => {
    const key = getKey(call, KeyId);
    if (key.status.state !== 'PendingDeletion') throw invalidState(`${key.arn} is not pending deletion.`);
    call.cancel(key.status.timer);
    key.status = { state: 'Disabled' }; // it is enabled by hand
    meterKey(call, key);
    return { KeyId: key.arn };
  },
});
