import type { DeleteBucketEncryptionRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import { SSE_S3 } from '../encryption.ts';
import type { S3State } from '../state.ts';

export const deleteBucketEncryption = operation<S3State, DeleteBucketEncryptionRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:PutEncryptionConfiguration'),
  handle: (input, call) => {
    // There is no unencrypted bucket any more: the default comes back.
    bucketOf(call, input).encryption = SSE_S3;
    return {};
  },
});
