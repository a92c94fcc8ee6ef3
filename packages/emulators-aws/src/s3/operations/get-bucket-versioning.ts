import type { GetBucketVersioningOutput, GetBucketVersioningRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getBucketVersioning = operation<S3State, GetBucketVersioningRequest, GetBucketVersioningOutput>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:GetBucketVersioning'),
  handle: (input, call) => {
    chargeRead(call);
    const { versioning } = bucketOf(call, input);
    return versioning === 'never' ? {} : { Status: versioning };
  },
});
