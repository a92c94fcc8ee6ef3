import type { GetObjectAclOutput, GetObjectAclRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { objectNeed } from '../access.ts';
import { ownerGrants } from '../acl.ts';
import { objectOf } from '../reading.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getObjectAcl = operation<S3State, GetObjectAclRequest, GetObjectAclOutput>({
  fidelity: 'real',
  needs: (input, call) => objectNeed(call, input, input.VersionId ? 's3:GetObjectVersionAcl' : 's3:GetObjectAcl'),
  handle: (input, call) => {
    chargeRead(call);
    objectOf(call, input, 'GET');
    return ownerGrants(call);
  },
});
