import type { GetBucketPolicyStatusOutput, GetBucketPolicyStatusRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import { noSuchBucketPolicy } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getBucketPolicyStatus = operation<S3State, GetBucketPolicyStatusRequest, GetBucketPolicyStatusOutput>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:GetBucketPolicyStatus'),
  handle: (input, call) => {
    chargeRead(call);
    const { name, policy } = bucketOf(call, input);
    if (!policy) throw noSuchBucketPolicy(name);
    return { PolicyStatus: { IsPublic: policy.isPublic } };
  },
});
