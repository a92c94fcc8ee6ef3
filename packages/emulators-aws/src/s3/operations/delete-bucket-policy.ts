import type { DeleteBucketPolicyRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import type { S3State } from '../state.ts';

export const deleteBucketPolicy = operation<S3State, DeleteBucketPolicyRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:DeleteBucketPolicy'),
  handle: (input, call) => {
    bucketOf(call, input).policy = undefined;
    return {};
  },
});
