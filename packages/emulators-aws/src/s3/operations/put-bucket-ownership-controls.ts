import type { PutBucketOwnershipControlsRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import { malformedXml } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

export const putBucketOwnershipControls = operation<S3State, PutBucketOwnershipControlsRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketOwnershipControls'),
  handle: (input, call) => {
    const rules = input.OwnershipControls?.Rules ?? [];
    const ownership = rules[0]?.ObjectOwnership;
    const isKnown = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'].some((name) => name === ownership);
    if (rules.length !== 1 || !isKnown) throw malformedXml();
    bucketOf(call, input).ownership = ownership;
    chargeWrite(call);
    return {};
  },
});
