import type { GetBucketNotificationConfigurationRequest, NotificationConfiguration } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getBucketNotificationConfiguration = operation<
  S3State,
  GetBucketNotificationConfigurationRequest,
  NotificationConfiguration
>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:GetBucketNotification'),
  handle: (input, call) => {
    chargeRead(call);
    return bucketOf(call, input).notification;
  },
});
