import type { PutPublicAccessBlockRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import { malformedXml } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

export const putPublicAccessBlock = operation<S3State, PutPublicAccessBlockRequest, Nothing>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketPublicAccessBlock'),
  handle: (input, call) => {
    const { PublicAccessBlockConfiguration: configuration } = input;
    if (!configuration) throw malformedXml();
    // All four are told anew each time: what is left out is off.
    bucketOf(call, input).publicAccessBlock = {
      BlockPublicAcls: configuration.BlockPublicAcls ?? false,
      IgnorePublicAcls: configuration.IgnorePublicAcls ?? false,
      BlockPublicPolicy: configuration.BlockPublicPolicy ?? false,
      RestrictPublicBuckets: configuration.RestrictPublicBuckets ?? false,
    };
    chargeWrite(call);
    return {};
  },
});
