import type { GetPublicAccessBlockOutput, GetPublicAccessBlockRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import { notConfigured } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getPublicAccessBlock = operation<S3State, GetPublicAccessBlockRequest, GetPublicAccessBlockOutput>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:GetBucketPublicAccessBlock'),
  handle: (input, call) => {
    chargeRead(call);
    const { name, publicAccessBlock } = bucketOf(call, input);
    if (!publicAccessBlock) {
      const message = 'The public access block configuration was not found';
      throw notConfigured('NoSuchPublicAccessBlockConfiguration', message, name);
    }
    return { PublicAccessBlockConfiguration: publicAccessBlock };
  },
});
