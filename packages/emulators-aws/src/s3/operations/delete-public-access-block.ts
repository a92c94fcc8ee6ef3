import type { DeletePublicAccessBlockRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import type { S3State } from '../state.ts';

export const deletePublicAccessBlock = operation<S3State, DeletePublicAccessBlockRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketPublicAccessBlock'),
  handle: (input, call) => {
    bucketOf(call, input).publicAccessBlock = undefined;
    return {};
  },
});
