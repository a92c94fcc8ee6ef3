import type { PutBucketLifecycleConfigurationOutput, PutBucketLifecycleConfigurationRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import { startLifecycle } from '../lifecycle.ts';
import { checkedLifecycleRules } from '../lifecycle-checks.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

export const putBucketLifecycleConfiguration = operation<
  S3State,
  PutBucketLifecycleConfigurationRequest,
  PutBucketLifecycleConfigurationOutput
>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:PutLifecycleConfiguration'),
  handle: (input, call) => {
    const bucket = bucketOf(call, input);
    const given = input.LifecycleConfiguration?.Rules ?? [];
    const rules = checkedLifecycleRules(given, () => call.ids.uuid());
    const minimumSize = input.TransitionDefaultMinimumObjectSize ?? 'all_storage_classes_128K';
    bucket.lifecycle = { rules, minimumSize };
    startLifecycle(call);
    chargeWrite(call);
    return { TransitionDefaultMinimumObjectSize: minimumSize };
  },
});
