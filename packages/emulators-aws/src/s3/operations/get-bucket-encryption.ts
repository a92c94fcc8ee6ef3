import type { GetBucketEncryptionOutput, GetBucketEncryptionRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getBucketEncryption = operation<S3State, GetBucketEncryptionRequest, GetBucketEncryptionOutput>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:GetEncryptionConfiguration'),
  handle: (input, call) => {
    chargeRead(call);
    const { algorithm, keyArn, isBucketKeyEnabled } = bucketOf(call, input).encryption;
    const byDefault = { SSEAlgorithm: algorithm, ...(keyArn === undefined ? {} : { KMSMasterKeyID: keyArn }) };
    const rule = { ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: isBucketKeyEnabled };
    return { ServerSideEncryptionConfiguration: { Rules: [rule] } };
  },
});
