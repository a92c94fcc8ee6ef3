import type { BucketLocationConstraint, GetBucketLocationOutput, GetBucketLocationRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getBucketLocation = operation<S3State, GetBucketLocationRequest, GetBucketLocationOutput>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:GetBucketLocation'),
  handle: (input, call) => {
    chargeRead(call);
    const { region } = bucketOf(call, input);
    // Buckets of the first region have no constraint; the region itself is no member of the SDK's list of them.
    return region === 'us-east-1' ? {} : { LocationConstraint: region as BucketLocationConstraint };
  },
});
