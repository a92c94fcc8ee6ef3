import type { PutBucketVersioningRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf, type Nothing } from '../access.ts';
import { malformedXml, notSupported } from '../errors.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';

export const putBucketVersioning = operation<S3State, PutBucketVersioningRequest, Nothing>({
  fidelity: 'simplified',
  differs: 'MFA delete is not offered.',
  needs: (input, call) => bucketNeed(call, input, 's3:PutBucketVersioning'),
  handle: (input, call) => {
    const { Status: status, MFADelete: mfaDelete } = input.VersioningConfiguration ?? {};
    if (mfaDelete === 'Enabled') throw notSupported('MFA delete');
    if (status !== 'Enabled' && status !== 'Suspended') throw malformedXml();
    bucketOf(call, input).versioning = status;
    chargeWrite(call);
    return {};
  },
});
