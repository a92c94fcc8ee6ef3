import type { UploadPartCopyOutput, UploadPartCopyRequest } from '@aws-sdk/client-s3';
import { operation, type Payload } from '@cairn/emulator-kit';
import { bucketOf, objectNeed } from '../access.ts';
import { keepBody, PayloadSlice } from '../body.ts';
import { checksumMembers } from '../checksum.ts';
import { demandSource, parseCopySource, sourceNeed } from '../copying.ts';
import { encryptionMembers, refuseCustomerKeys } from '../encryption.ts';
import { invalidArgument } from '../errors.ts';
import { demandCopyable } from '../preconditions.ts';
import { unseal } from '../sealing.ts';
import type { S3State } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';
import { addPart, demandPartNumber, uploadOf } from '../uploads.ts';

export const uploadPartCopy = operation<S3State, UploadPartCopyRequest, UploadPartCopyOutput>({
  fidelity: 'real',
  needs: (input, call) => [
    sourceNeed(call, parseCopySource(input.CopySource)),
    objectNeed(call, input, 's3:PutObject'),
  ],
  handle: async (input, call) => {
    refuseCustomerKeys(input);
    const bucket = bucketOf(call, input);
    const number = demandPartNumber(input.PartNumber);
    const source = parseCopySource(input.CopySource);
    const object = demandSource(call, source, input.ExpectedSourceBucketOwner);
    demandCopyable(object, {
      IfMatch: input.CopySourceIfMatch,
      IfNoneMatch: input.CopySourceIfNoneMatch,
      IfModifiedSince: input.CopySourceIfModifiedSince,
      IfUnmodifiedSince: input.CopySourceIfUnmodifiedSince,
    });
    await unseal(call, object.encryption);
    const body = copiedRange(call.blobs.open(object.blob), input.CopySourceRange);
    const { checksumAlgorithm: ChecksumAlgorithm } = uploadOf(bucket, input);
    const { blob, eTag, checksum } = await keepBody(call, { Body: body, ChecksumAlgorithm });
    const upload = uploadOf(bucket, input); // it may have been aborted meanwhile
    const lastModified = call.now();
    addPart(call, bucket, upload, { number, size: blob.size, eTag, lastModified, blob, checksum });
    chargeWrite(call);
    const isSourceVersioned = call.state.buckets.get(source.bucket)?.versioning !== 'never';
    return {
      CopyPartResult: { ETag: eTag, LastModified: new Date(lastModified), ...checksumMembers(checksum) },
      ...encryptionMembers(upload.draft.encryption),
      ...(isSourceVersioned ? { CopySourceVersionId: object.versionId } : {}),
    };
  },
});

const COPY_RANGE = /^bytes=(\d+)-(\d+)$/;

/** Unlike GET, a copy takes no open or overlong ranges. */
function copiedRange(payload: Payload, header: string | undefined): Payload {
  if (header === undefined) return payload;
  const [, first, last] = COPY_RANGE.exec(header) ?? [];
  if (first === undefined || last === undefined || Number(last) < Number(first)) {
    const message =
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy';
    throw invalidArgument(message, 'x-amz-copy-source-range', header);
  }
  if (Number(last) >= payload.size) {
    const message = `Range specified is not valid for source object of size: ${payload.size}`;
    throw invalidArgument(message, 'x-amz-copy-source-range', header);
  }
  return new PayloadSlice(payload, Number(first), Number(last) + 1);
}
