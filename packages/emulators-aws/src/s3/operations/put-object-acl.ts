import type { PutObjectAclOutput, PutObjectAclRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketOf, objectNeed } from '../access.ts';
import { checkGrants, checkObjectAcl } from '../acl.ts';
import { objectOf } from '../reading.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

export const putObjectAcl = operation<S3State, PutObjectAclRequest, PutObjectAclOutput>({
  fidelity: 'simplified',
  differs: 'Only lists that give nobody but the owner a right are taken; share by a bucket policy.',
  needs: (input, call) =>
    objectNeed(call, input, input.VersionId ? 's3:PutObjectVersionAcl' : 's3:PutObjectAcl', {
      's3:x-amz-acl': input.ACL,
    }),
  handle: (input, call) => {
    const bucket = bucketOf(call, input);
    objectOf(call, input, 'PUT');
    checkObjectAcl(bucket, input);
    checkGrants(bucket, call.state.ownerId, input.AccessControlPolicy);
    chargeWrite(call);
    return {};
  },
});
