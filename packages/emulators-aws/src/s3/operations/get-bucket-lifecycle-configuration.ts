import type { GetBucketLifecycleConfigurationOutput, GetBucketLifecycleConfigurationRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import { notConfigured } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getBucketLifecycleConfiguration = operation<
  S3State,
  GetBucketLifecycleConfigurationRequest,
  GetBucketLifecycleConfigurationOutput
>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:GetLifecycleConfiguration'),
  handle: (input, call) => {
    chargeRead(call);
    const { name, lifecycle } = bucketOf(call, input);
    if (!lifecycle) {
      throw notConfigured('NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist', name);
    }
    return { Rules: [...lifecycle.rules], TransitionDefaultMinimumObjectSize: lifecycle.minimumSize };
  },
});
