import type { CopyObjectOutput, CopyObjectRequest } from '@aws-sdk/client-s3';
import { operation } from '@cairn/emulator-kit';
import { bucketOf, type S3Call } from '../access.ts';
import { parseAlgorithm } from '../checksum.ts';
import { copiedContent, copyNeeds, demandSource, parseCopySource } from '../copying.ts';
import { draftOf } from '../draft.ts';
import { invalidArgument, invalidRequest } from '../errors.ts';
import { demandCopyable, demandWritable } from '../preconditions.ts';
import { seal, unseal } from '../sealing.ts';
import type { Bucket, ObjectDraft, S3State, StoredObject } from '../state.ts';
import { chargeWrite } from '../storage-bill.ts';
import { findCurrent } from '../versions.ts';
import { writeObjectVersion, writtenMembers } from '../writing.ts';

export const copyObject = operation<S3State, CopyObjectRequest, CopyObjectOutput>({
  fidelity: 'real',
  needs: (input, call) => copyNeeds(call, input),
  handle: async (input, call) => {
    const bucket = bucketOf(call, input);
    const key = input.Key ?? '';
    const source = parseCopySource(input.CopySource);
    const object = demandSource(call, source, input.ExpectedSourceBucketOwner);
    demandCopyable(object, {
      IfMatch: input.CopySourceIfMatch,
      IfNoneMatch: input.CopySourceIfNoneMatch,
      IfModifiedSince: input.CopySourceIfModifiedSince,
      IfUnmodifiedSince: input.CopySourceIfUnmodifiedSince,
    });
    const isOntoItself = source.bucket === bucket.name && source.key === key && source.versionId === undefined;
    if (isOntoItself && !isChanging(input)) throw copyOntoItself();
    demandWritable(key, findCurrent(bucket, key), input);
    await unseal(call, object.encryption);
    const draft = await seal(call, copiedDraft(call, bucket, input, object));
    const content = await copiedContent(call, object, parseAlgorithm(input.ChecksumAlgorithm));
    demandWritable(key, findCurrent(bucket, key), input);
    const what = { eventName: 'ObjectCreated:Copy' as const, reason: 'CopyObject' };
    const copy = writeObjectVersion(call, bucket, key, { draft, content, what });
    chargeWrite(call);
    const { ETag, ChecksumType, ...members } = writtenMembers(bucket, key, copy);
    const isSourceVersioned = call.state.buckets.get(source.bucket)?.versioning !== 'never';
    return {
      ...members,
      CopyObjectResult: { ...members, ETag, ChecksumType, LastModified: new Date(copy.lastModified) },
      ...(isSourceVersioned ? { CopySourceVersionId: object.versionId } : {}),
    };
  },
});

/** Headers and tags of the source, unless the request replaces them; class and encryption are never copied. */
function copiedDraft(call: S3Call, bucket: Bucket, input: CopyObjectRequest, source: StoredObject): ObjectDraft {
  const draft = draftOf(call, bucket, input);
  const isReplaced = isReplacing(input.MetadataDirective, 'x-amz-metadata-directive');
  const headers = { ...source.headers, WebsiteRedirectLocation: input.WebsiteRedirectLocation };
  return {
    ...draft,
    ...(isReplaced ? {} : { headers, metadata: source.metadata }),
    tags: isReplacing(input.TaggingDirective, 'x-amz-tagging-directive') ? draft.tags : source.tags,
  };
}

function isReplacing(directive: string | undefined, header: string): boolean {
  if (directive !== undefined && directive !== 'COPY' && directive !== 'REPLACE') {
    throw invalidArgument(`Unknown ${header.replace('x-amz-', '').replace('-', ' ')}.`, header, directive);
  }
  return directive === 'REPLACE';
}

function isChanging(input: CopyObjectRequest): boolean {
  const changes = [
    input.StorageClass,
    input.ServerSideEncryption,
    input.WebsiteRedirectLocation,
    input.ChecksumAlgorithm,
  ];
  return input.MetadataDirective === 'REPLACE' || changes.some((change) => change !== undefined);
}

const copyOntoItself = () =>
  invalidRequest(
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
