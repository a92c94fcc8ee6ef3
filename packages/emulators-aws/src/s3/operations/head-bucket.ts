import type { HeadBucketOutput, HeadBucketRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketArn, bucketNeed, bucketOf } from '../access.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const headBucket = operation<S3State, HeadBucketRequest, HeadBucketOutput>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:ListBucket'),
  handle: (input, call) => {
    chargeRead(call);
    const { name, region } = bucketOf(call, input);
    return { BucketRegion: region, BucketArn: bucketArn(name), AccessPointAlias: false };
  },
});
