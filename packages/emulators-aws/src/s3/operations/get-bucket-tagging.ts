import type { GetBucketTaggingOutput, GetBucketTaggingRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import { notConfigured } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getBucketTagging = operation<S3State, GetBucketTaggingRequest, GetBucketTaggingOutput>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:GetBucketTagging'),
  handle: (input, call) => {
    chargeRead(call);
    const { name, tags } = bucketOf(call, input);
    if (tags.length === 0) throw notConfigured('NoSuchTagSet', 'The TagSet does not exist', name);
    return { TagSet: tags };
  },
});
