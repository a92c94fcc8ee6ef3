import type { AbortMultipartUploadOutput, AbortMultipartUploadRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketOf, objectNeed } from '../access.ts';
import type { S3State } from '../state.ts';
import { dropUpload, uploadOf } from '../uploads.ts';

export const abortMultipartUpload = operation<S3State, AbortMultipartUploadRequest, AbortMultipartUploadOutput>({
  fidelity: 'real',
  needs: (input, call) => objectNeed(call, input, 's3:AbortMultipartUpload'),
  handle: (input, call) => {
    const bucket = bucketOf(call, input);
    dropUpload(call, bucket, uploadOf(bucket, input));
    return {};
  },
});
