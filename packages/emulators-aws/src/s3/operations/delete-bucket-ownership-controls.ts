import type { DeleteBucketOwnershipControlsRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import type { S3State } from '../state.ts';

export const deleteBucketOwnershipControls = operation<S3State, DeleteBucketOwnershipControlsRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketOwnershipControls'),
  handle: (input, call) => {
    // Without controls a bucket works as buckets did before they existed: the writer owns, lists are taken.
    bucketOf(call, input).ownership = undefined;
    return {};
  },
});
