import type { ListPartsOutput, ListPartsRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketOf, objectNeed } from '../access.ts';
import { ownerOf } from '../acl.ts';
import { checksumMembers } from '../checksum.ts';
import { invalidArgument } from '../errors.ts';
import { firstPage, pageSize } from '../listing.ts';
import type { S3State } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';
import { uploadOf } from '../uploads.ts';

export const listParts = operation<S3State, ListPartsRequest, ListPartsOutput>({
  fidelity: 'real',
  needs: (input, call) => objectNeed(call, input, 's3:ListMultipartUploadParts'),
  handle: (input, call) => {
    chargeRead(call);
    const upload = uploadOf(bucketOf(call, input), input);
    const marker = input.PartNumberMarker ?? '0';
    if (!/^\d+$/.test(marker)) {
      throw invalidArgument(
        'Argument part-number-marker must be an integer between 0 and 2147483647',
        'part-number-marker',
        marker,
      );
    }
    const most = pageSize(input.MaxParts, 'max-parts');
    const left = [...upload.parts.values()].filter(({ number }) => number > Number(marker));
    const { entries, isTruncated } = firstPage(
      left.sort((a, b) => a.number - b.number),
      most,
    );
    return {
      Bucket: input.Bucket,
      Key: input.Key,
      UploadId: upload.id,
      PartNumberMarker: marker,
      NextPartNumberMarker: String(entries.at(-1)?.number ?? 0),
      MaxParts: most,
      IsTruncated: isTruncated,
      Parts: entries.map(({ number, lastModified, eTag, size, checksum }) => ({
        PartNumber: number,
        LastModified: new Date(lastModified),
        ETag: eTag,
        Size: size,
        ...checksumMembers(checksum),
      })),
      Initiator: { ID: upload.initiatorArn },
      Owner: ownerOf(call),
      StorageClass: upload.draft.storageClass,
      ...(upload.checksumAlgorithm ? { ChecksumAlgorithm: upload.checksumAlgorithm } : {}),
      ...(upload.checksumType ? { ChecksumType: upload.checksumType } : {}),
    };
  },
});
