import type { PutBucketNotificationConfigurationRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import { checkedNotification, validateDestinations } from '../notification.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

export const putBucketNotificationConfiguration = operation<
  S3State,
  PutBucketNotificationConfigurationRequest,
  Nothing
>({
  fidelity: 'simplified',
  differs:
    'Creation, removal and lifecycle expiration are told; events about tags, replication and restoring are refused.',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketNotification'),
  handle: async (input, call) => {
    const bucket = bucketOf(call, input);
    const configuration = checkedNotification(input.NotificationConfiguration ?? {}, () => call.ids.uuid());
    if (!input.SkipDestinationValidation) await validateDestinations(call, bucket.name, configuration);
    bucket.notification = configuration;
    chargeWrite(call);
    return {};
  },
});
