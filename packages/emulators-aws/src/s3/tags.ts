import type { Tag } from '@aws-sdk/client-s3';
import { ServiceError } from '@cairn/emulator-kit';
import { invalidArgument, invalidTag } from './errors.ts';

/** Tags as S3 takes them: S3 API reference, PutObjectTagging and PutBucketTagging. */
const MOST_ON = { object: 10, bucket: 50 } as const;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Tags that are within S3's rules. Throws S3's errors otherwise. */
export function checkedTags(tags: readonly Tag[], on: 'object' | 'bucket'): Tag[] {
  if (tags.length > MOST_ON[on]) {
    const name = on === 'object' ? 'Object' : 'Bucket';
    throw new ServiceError('BadRequest', `${name} tags cannot be greater than ${MOST_ON[on]}`, 400);
  }
  for (const tag of tags) checkTag(tag);
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length) {
    throw invalidTag('Cannot provide multiple Tags with the same key');
  }
  return tags.map(({ Key, Value }) => ({ Key, Value }));
}

function checkTag({ Key: key = '', Value: value = '' }: Tag): void {
  if (key.length === 0 || key.length > LONGEST_KEY || !ALLOWED.test(key)) {
    throw invalidTag('The TagKey you have provided is invalid');
  }
  if (value.length > LONGEST_VALUE || !ALLOWED.test(value))
    throw invalidTag('The TagValue you have provided is invalid');
  if (/^aws:/i.test(key)) throw invalidTag('System tags cannot be added/updated by requester');
}

/** Tags in the form of a query string, as the header x-amz-tagging carries them. */
export function parseTagging(header: string | undefined): Tag[] {
  if (!header) return [];
  try {
    const pairs = header.split('&').map((pair) => pair.split('=', 2).map(decode));
    return checkedTags(
      pairs.map(([Key, Value = '']) => ({ Key, Value })),
      'object',
    );
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw invalidArgument(
      "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
      'x-amz-tagging',
      header,
    );
  }
}

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** Condition keys for the tags that a request brings. */
export function requestTagContext(tags: readonly Tag[]): Record<string, string | string[]> {
  if (tags.length === 0) return {};
  const values = Object.fromEntries(tags.map(({ Key, Value }) => [`s3:RequestObjectTag/${Key}`, Value ?? '']));
  return { ...values, 's3:RequestObjectTagKeys': tags.map(({ Key }) => Key ?? '') };
}
