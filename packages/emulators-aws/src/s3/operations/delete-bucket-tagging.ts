import type { DeleteBucketTaggingRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import type { S3State } from '../state.ts';

export const deleteBucketTagging = operation<S3State, DeleteBucketTaggingRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketTagging'),
  handle: (input, call) => {
    bucketOf(call, input).tags = [];
    return {};
  },
});
