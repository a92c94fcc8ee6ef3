import type { ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { validation } from '../errors.ts';
import { checkIsCustomers, checkIsKept, DELETE_TIMER, getKey } from '../keys.ts';
import { onKey } from '../needs.ts';
import type { KmsState } from '../state.ts';

const DAY = 86_400_000;
const DEFAULT_DAYS = 30;
const FEWEST_DAYS = 7;

export const scheduleKeyDeletion = operation<KmsState, Sent<ScheduleKeyDeletionRequest>, ScheduleKeyDeletionResponse>({
  fidelity: 'real',
  needs: onKey('ScheduleKeyDeletion'),
  handle: ({ KeyId, PendingWindowInDays: days = DEFAULT_DAYS }, call) => {
    if (days < FEWEST_DAYS || days > DEFAULT_DAYS) {
      throw validation(`PendingWindowInDays is between ${FEWEST_DAYS} and ${DEFAULT_DAYS}, not ${days}.`);
    }
    const key = getKey(call, KeyId);
    checkIsCustomers(key);
    checkIsKept(key);
    const timer = call.later(days * DAY, DELETE_TIMER, { keyId: key.id });
    key.status = { state: 'PendingDeletion', deletionAt: call.now() + days * DAY, timer };
    call.stopMeter(key.arn);
    return {
      KeyId: key.arn,
      DeletionDate: new Date(key.status.deletionAt),
      KeyState: 'PendingDeletion',
      PendingWindowInDays: days,
    };
  },
});
