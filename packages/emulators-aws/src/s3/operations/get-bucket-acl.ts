import type { GetBucketAclOutput, GetBucketAclRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import { ownerGrants } from '../acl.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getBucketAcl = operation<S3State, GetBucketAclRequest, GetBucketAclOutput>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:GetBucketAcl'),
  handle: (input, call) => {
    chargeRead(call);
    bucketOf(call, input);
    return ownerGrants(call);
  },
});
