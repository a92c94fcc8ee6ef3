import type { CreateMultipartUploadOutput, CreateMultipartUploadRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketOf } from '../access.ts';
import { parseAlgorithm } from '../checksum.ts';
import { draftOf } from '../draft.ts';
import { encryptionMembers } from '../encryption.ts';
import { invalidRequest } from '../errors.ts';
import { seal } from '../sealing.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';
import { defaultType, demandChecksumType } from '../uploads.ts';
import { writeNeeds } from '../write-needs.ts';

export const createMultipartUpload = operation<S3State, CreateMultipartUploadRequest, CreateMultipartUploadOutput>({
  fidelity: 'real',
  needs: (input, call) => writeNeeds(call, input),
  handle: async (input, call) => {
    const bucket = bucketOf(call, input);
    const draft = await seal(call, draftOf(call, bucket, input));
    const algorithm = parseAlgorithm(input.ChecksumAlgorithm);
    if (!algorithm && input.ChecksumType) {
      throw invalidRequest('The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.');
    }
    if (algorithm) demandChecksumType(algorithm, input.ChecksumType);
    const type = algorithm && (input.ChecksumType ?? defaultType(algorithm));
    const id = call.ids.hex(64);
    bucket.uploads.set(id, {
      id,
      key: input.Key ?? '',
      initiatedAt: call.now(),
      initiatorArn: call.principal.arn,
      draft,
      checksumAlgorithm: algorithm,
      checksumType: type,
      parts: new Map(),
    });
    chargeWrite(call);
    return {
      Bucket: bucket.name,
      Key: input.Key,
      UploadId: id,
      ...encryptionMembers(draft.encryption),
      ...(algorithm ? { ChecksumAlgorithm: algorithm } : {}),
      ...(type ? { ChecksumType: type } : {}),
    };
  },
});
