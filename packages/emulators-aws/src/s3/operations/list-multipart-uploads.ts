import type {
  ListMultipartUploadsOutput,
  ListMultipartUploadsRequest,
  MultipartUpload,
  Owner,
} from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketNeed, bucketOf } from '../access.ts';
import { ownerOf } from '../acl.ts';
import { compareKeys } from '../key-index.ts';
import { firstPage, nameEncoder, pageSize } from '../listing.ts';
import type { Bucket, S3State, Upload } from '../state.ts';
import { chargeRead } from '../storage-bill.ts';

type Entry = { readonly upload: Upload } | { readonly prefix: string };

export const listMultipartUploads = operation<S3State, ListMultipartUploadsRequest, ListMultipartUploadsOutput>({
  fidelity: 'real',
  needs: (input, call) => bucketNeed(call, input, 's3:ListBucketMultipartUploads'),
  handle: (input, call) => {
    chargeRead(call);
    const encode = nameEncoder(input.EncodingType);
    const most = pageSize(input.MaxUploads, 'max-uploads');
    const { entries, isTruncated } = firstPage(entriesOf(bucketOf(call, input), input), most);
    const uploads = entries.flatMap((entry) => ('upload' in entry ? [entry.upload] : []));
    const prefixes = entries.flatMap((entry) => ('prefix' in entry ? [{ Prefix: encode(entry.prefix) }] : []));
    return {
      Bucket: input.Bucket,
      KeyMarker: encode(input.KeyMarker ?? ''),
      UploadIdMarker: input.UploadIdMarker ?? '',
      ...(input.Prefix === undefined ? {} : { Prefix: encode(input.Prefix) }),
      ...(input.Delimiter ? { Delimiter: encode(input.Delimiter) } : {}),
      ...(input.EncodingType === undefined ? {} : { EncodingType: 'url' as const }),
      MaxUploads: most,
      IsTruncated: isTruncated,
      ...(isTruncated ? nextMarkers(entries.at(-1), encode) : {}),
      ...(uploads.length > 0 ? { Uploads: uploads.map((upload) => described(upload, encode, ownerOf(call))) } : {}),
      ...(prefixes.length > 0 ? { CommonPrefixes: prefixes } : {}),
    };
  },
});

/** Uploads by key, those of one key in the order they were started; keys with a delimiter are rolled up. */
function* entriesOf(bucket: Bucket, input: ListMultipartUploadsRequest): Generator<Entry> {
  const { Prefix: prefix = '', Delimiter: delimiter = '' } = input;
  let last = input.KeyMarker;
  for (const upload of uploadsAfter(bucket, input)) {
    const end = delimiter === '' ? -1 : upload.key.indexOf(delimiter, prefix.length);
    const common = end < 0 ? undefined : upload.key.slice(0, end + delimiter.length);
    if (common === undefined) yield { upload };
    else if (common !== last) yield { prefix: common };
    last = common ?? last;
  }
}

function uploadsAfter(bucket: Bucket, input: ListMultipartUploadsRequest): readonly Upload[] {
  const { Prefix: prefix = '', KeyMarker: marker = '', UploadIdMarker: uploadId } = input;
  const uploads = [...bucket.uploads.values()]
    .filter(({ key }) => key.startsWith(prefix))
    .sort((a, b) => compareKeys(a.key, b.key) || a.initiatedAt - b.initiatedAt || compareKeys(a.id, b.id));
  const passed = uploadId ? uploads.findIndex(({ key, id }) => key === marker && id === uploadId) : -1;
  return passed >= 0 ? uploads.slice(passed + 1) : uploads.filter(({ key }) => compareKeys(key, marker) > 0);
}

function nextMarkers(last: Entry | undefined, encode: (name: string) => string): ListMultipartUploadsOutput {
  if (!last) return {};
  if ('prefix' in last) return { NextKeyMarker: encode(last.prefix) };
  return { NextKeyMarker: encode(last.upload.key), NextUploadIdMarker: last.upload.id };
}

function described(upload: Upload, encode: (name: string) => string, owner: Owner): MultipartUpload {
  return {
    Key: encode(upload.key),
    UploadId: upload.id,
    Initiated: new Date(upload.initiatedAt),
    StorageClass: upload.draft.storageClass,
    Owner: owner,
    Initiator: { ID: upload.initiatorArn },
    ...(upload.checksumAlgorithm ? { ChecksumAlgorithm: upload.checksumAlgorithm } : {}),
    ...(upload.checksumType ? { ChecksumType: upload.checksumType } : {}),
  };
}
