import type { PutBucketAclRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import { checkAcl, checkGrants } from '../acl.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

export const putBucketAcl = operation<S3State, PutBucketAclRequest, Nothing>({
  fidelity: 'simplified',
  differs: 'Only lists that give nobody but the owner a right are taken; share by a bucket policy.',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketAcl', { 's3:x-amz-acl': input.ACL }),
  handle: (input, call) => {
    const bucket = bucketOf(call, input);
    checkAcl(bucket, input);
    checkGrants(bucket, call.state.ownerId, input.AccessControlPolicy);
    chargeWrite(call);
    return {};
  },
});
