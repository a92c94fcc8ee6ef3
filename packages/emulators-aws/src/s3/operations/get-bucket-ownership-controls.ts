import type { GetBucketOwnershipControlsOutput, GetBucketOwnershipControlsRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import { notConfigured } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getBucketOwnershipControls = operation<
  S3State,
  GetBucketOwnershipControlsRequest,
  GetBucketOwnershipControlsOutput
>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:GetBucketOwnershipControls'),
  handle: (input, call) => {
    chargeRead(call);
    const { name, ownership } = bucketOf(call, input);
    if (!ownership) {
      throw notConfigured('OwnershipControlsNotFoundError', 'The bucket ownership controls were not found', name);
    }
    return { OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] } };
  },
});
