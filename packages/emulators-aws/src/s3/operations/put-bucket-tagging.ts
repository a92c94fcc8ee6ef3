import type { PutBucketTaggingRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';
import { checkedTags } from '../tags.ts';

export const putBucketTagging = operation<S3State, PutBucketTaggingRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketTagging'),
  handle: (input, call) => {
    bucketOf(call, input).tags = checkedTags(input.Tagging?.TagSet ?? [], 'bucket');
    chargeWrite(call);
    return {};
  },
});
