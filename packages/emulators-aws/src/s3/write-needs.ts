import type { Need } from '@cairn/emulator-kit';
import { type OnObject, objectNeed, type S3Call } from './access.ts';
import type { DraftInput } from './draft.ts';
import { encryptionContext } from './encryption.ts';
import { parseTagging, requestTagContext } from './tags.ts';

type WriteInput = DraftInput &
  OnObject & { readonly IfMatch?: string | undefined; readonly IfNoneMatch?: string | undefined };

/** What writing an object needs: the object, its list and tags where the request sets them. */
export function writeNeeds(
  call: S3Call,
  input: WriteInput,
  source: Readonly<Record<string, string | undefined>> = {},
): readonly Need[] {
  const context = {
    ...encryptionContext(input),
    ...requestTagContext(parseTagging(input.Tagging)),
    ...source,
    's3:x-amz-acl': input.ACL,
    's3:x-amz-storage-class': input.StorageClass,
    's3:if-match': input.IfMatch,
    's3:if-none-match': input.IfNoneMatch,
  };
  return [
    objectNeed(call, input, 's3:PutObject', context),
    ...(input.ACL === undefined ? [] : [objectNeed(call, input, 's3:PutObjectAcl', context)]),
    ...(input.Tagging === undefined ? [] : [objectNeed(call, input, 's3:PutObjectTagging', context)]),
  ];
}
