import type { UploadPartOutput, UploadPartRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketOf, objectNeed } from '../access.ts';
import { keepBody, type WithPayload } from '../body.ts';
import { checksumMembers } from '../checksum.ts';
import { encryptionMembers, refuseCustomerKeys } from '../encryption.ts';
import { unseal } from '../sealing.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';
import { addPart, demandPartChecksum, demandPartNumber, uploadOf } from '../uploads.ts';

export const uploadPart = operation<S3State, WithPayload<UploadPartRequest>, UploadPartOutput>({
  fidelity: 'real',
  needs: (input, call) => objectNeed(call, input, 's3:PutObject'),
  handle: async (input, call) => {
    refuseCustomerKeys(input);
    const bucket = bucketOf(call, input);
    const number = demandPartNumber(input.PartNumber);
    const started = uploadOf(bucket, input);
    await unseal(call, started.draft.encryption);
    const named = { ...input, ChecksumAlgorithm: input.ChecksumAlgorithm ?? started.checksumAlgorithm };
    const { blob, eTag, checksum } = await keepBody(call, named);
    demandPartChecksum(started, checksum.algorithm);
    const upload = uploadOf(bucket, input); // it may have been aborted meanwhile
    addPart(call, bucket, upload, { number, size: blob.size, eTag, lastModified: call.now(), blob, checksum });
    chargeWrite(call);
    return { ETag: eTag, ...checksumMembers(checksum), ...encryptionMembers(upload.draft.encryption) };
  },
});
