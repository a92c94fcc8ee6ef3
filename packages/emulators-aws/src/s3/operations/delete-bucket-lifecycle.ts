import type { DeleteBucketLifecycleRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import type { S3State } from '../state.ts';

export const deleteBucketLifecycle = operation<S3State, DeleteBucketLifecycleRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:PutLifecycleConfiguration'),
  handle: (input, call) => {
    bucketOf(call, input).lifecycle = undefined;
    return {};
  },
});
