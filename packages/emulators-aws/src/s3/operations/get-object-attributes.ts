import type {
  GetObjectAttributesOutput,
  GetObjectAttributesParts,
  GetObjectAttributesRequest,
} from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketOf, objectNeed, readNeed } from '../access.ts';
import { checksumMembers } from '../checksum.ts';
import { refuseCustomerKeys } from '../encryption.ts';
import { firstPage, pageSize } from '../listing.ts';
import { unquoted } from '../preconditions.ts';
import { objectOf } from '../reading.ts';
import type { S3State, StoredObject } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

export const getObjectAttributes = operation<S3State, GetObjectAttributesRequest, GetObjectAttributesOutput>({
  fidelity: 'real',
  needs: (input, call) => [
    readNeed(call, input),
    objectNeed(call, input, input.VersionId ? 's3:GetObjectVersionAttributes' : 's3:GetObjectAttributes'),
  ],
  handle: (input, call) => {
    chargeRead(call);
    refuseCustomerKeys(input);
    const object = objectOf(call, input, 'GET');
    const isVersioned = bucketOf(call, input).versioning !== 'never';
    const asked = new Set<string>(input.ObjectAttributes);
    return {
      LastModified: new Date(object.lastModified),
      ...(isVersioned ? { VersionId: object.versionId } : {}),
      ...(asked.has('ETag') ? { ETag: unquoted(object.eTag) } : {}),
      ...(asked.has('Checksum')
        ? { Checksum: { ...checksumMembers(object.checksum), ChecksumType: object.checksum.type } }
        : {}),
      ...(asked.has('ObjectParts') && object.parts ? { ObjectParts: partsOf(object, input) } : {}),
      ...(asked.has('StorageClass') ? { StorageClass: object.storageClass } : {}),
      ...(asked.has('ObjectSize') ? { ObjectSize: object.blob.size } : {}),
    };
  },
});

function partsOf({ parts = [] }: StoredObject, input: GetObjectAttributesRequest): GetObjectAttributesParts {
  const marker = Number(input.PartNumberMarker ?? 0);
  const most = pageSize(input.MaxParts, 'max-parts');
  const { entries, isTruncated } = firstPage(
    parts.filter(({ number }) => number > marker),
    most,
  );
  return {
    TotalPartsCount: parts.length,
    PartNumberMarker: String(marker),
    NextPartNumberMarker: String(entries.at(-1)?.number ?? 0),
    MaxParts: most,
    IsTruncated: isTruncated,
    Parts: entries.map(({ number, size, checksum }) => ({
      PartNumber: number,
      Size: size,
      ...checksumMembers(checksum),
    })),
  };
}
