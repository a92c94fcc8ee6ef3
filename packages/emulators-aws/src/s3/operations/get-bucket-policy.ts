import type { GetBucketPolicyOutput, GetBucketPolicyRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import { noSuchBucketPolicy } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getBucketPolicy = operation<S3State, GetBucketPolicyRequest, GetBucketPolicyOutput>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:GetBucketPolicy'),
  handle: (input, call) => {
    chargeRead(call);
    const { name, policy } = bucketOf(call, input);
    if (!policy) throw noSuchBucketPolicy(name);
    return { Policy: policy.json };
  },
});
