import type { PutBucketPolicyRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import { checkedBucketPolicy } from '../bucket-policy.ts';
import { accessDenied } from '../errors.ts';
import { isPublicPolicy } from '../public-policy.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

export const putBucketPolicy = operation<S3State, PutBucketPolicyRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketPolicy'),
  handle: (input, call) => {
    const bucket = bucketOf(call, input);
    const json = input.Policy ?? '';
    const isPublic = isPublicPolicy(checkedBucketPolicy(call, json, bucket.name));
    if (isPublic && bucket.publicAccessBlock?.BlockPublicPolicy) throw accessDenied();
    bucket.policy = { json, isPublic };
    chargeWrite(call);
    return {};
  },
});
