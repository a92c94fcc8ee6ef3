import type { CompleteMultipartUploadOutput, CompleteMultipartUploadRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketOf, objectNeed } from '../access.ts';
import { refuseCustomerKeys } from '../encryption.ts';
import { demandWritable } from '../preconditions.ts';
import { unseal } from '../sealing.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';
import { demandSize, demandWholeChecksum, dropUpload, joinParts, listedParts, uploadOf } from '../uploads.ts';
import { findCurrent } from '../versions.ts';
import { writeObjectVersion, writtenMembers } from '../writing.ts';

export const completeMultipartUpload = operation<
  S3State,
  CompleteMultipartUploadRequest,
  CompleteMultipartUploadOutput
>({
  fidelity: 'real',
  needs: (input, call) =>
    objectNeed(call, input, 's3:PutObject', {
      's3:if-match': input.IfMatch,
      's3:if-none-match': input.IfNoneMatch,
    }),
  handle: async (input, call) => {
    refuseCustomerKeys(input);
    const bucket = bucketOf(call, input);
    const key = input.Key ?? '';
    const upload = uploadOf(bucket, input);
    const parts = listedParts(upload, input.MultipartUpload?.Parts);
    await unseal(call, upload.draft.encryption);
    demandSize(parts, input.MpuObjectSize);
    demandWritable(key, findCurrent(bucket, key), input);
    const content = await joinParts(call, upload, parts);
    demandWholeChecksum(content.checksum, input);
    uploadOf(bucket, input); // it may have been completed or aborted meanwhile
    demandWritable(key, findCurrent(bucket, key), input);
    dropUpload(call, bucket, upload);
    const what = { eventName: 'ObjectCreated:CompleteMultipartUpload' as const, reason: 'CompleteMultipartUpload' };
    const object = writeObjectVersion(call, bucket, key, { draft: upload.draft, content, what });
    chargeWrite(call);
    return {
      Bucket: bucket.name,
      Key: key,
      Location: `${call.endpoint}/${bucket.name}/${key.split('/').map(encodeURIComponent).join('/')}`,
      ...writtenMembers(bucket, key, object),
    };
  },
});
