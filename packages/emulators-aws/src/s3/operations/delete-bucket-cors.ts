import type { DeleteBucketCorsRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import type { S3State } from '../state.ts';

export const deleteBucketCors = operation<S3State, DeleteBucketCorsRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketCORS'),
  handle: (input, call) => {
    bucketOf(call, input).cors = undefined;
    return {};
  },
});
