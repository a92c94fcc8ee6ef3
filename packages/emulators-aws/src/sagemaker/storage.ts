import { memoryPayload, type Payload, type Principal } from '@cairn/emulator-kit';
import { validation } from './errors.ts';
import { parseS3Uri, type S3Place } from './jobs/s3-data.ts';
import type { SageMakerCall } from './needs.ts';

export function s3Location(uri: string): S3Place {
  const location = parseS3Uri(uri);
  if (!location) throw validation(`Invalid S3 URI "${uri}": it must look like s3://bucket/prefix.`);
  return location;
}

/** An object's bytes, read as `principal`; S3's own ServiceError when that is refused or the object is not there. */
export async function readS3(call: SageMakerCall, uri: string, principal: Principal): Promise<Uint8Array> {
  const { bucket, key } = s3Location(uri);
  const input = { Bucket: bucket, Key: key };
  const { Body } = await call.invoke<{ Body?: Payload }>('s3', 'GetObject', input, principal);
  return Body ? Body.bytes(LARGEST_OBJECT_BYTES) : new Uint8Array();
}

const LARGEST_OBJECT_BYTES = 512 * 1024 * 1024;

interface Listing {
  readonly Contents?: readonly { readonly Key?: string; readonly Size?: number }[];
  readonly NextContinuationToken?: string;
}

/** URIs of the objects under a prefix, in the order of their keys; "folders" without content are left out. */
export async function listS3(call: SageMakerCall, prefixUri: string, principal: Principal): Promise<string[]> {
  const { bucket, key: prefix } = s3Location(prefixUri);
  const found: string[] = [];
  let token: string | undefined;
  do {
    const input = { Bucket: bucket, Prefix: prefix, ...(token === undefined ? {} : { ContinuationToken: token }) };
    const page: Listing = await call.invoke<Listing>('s3', 'ListObjectsV2', input, principal);
    for (const { Key = '' } of page.Contents ?? []) if (!Key.endsWith('/')) found.push(`s3://${bucket}/${Key}`);
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return found;
}

export async function writeS3(
  call: SageMakerCall,
  uri: string,
  body: Uint8Array | string,
  principal: Principal,
): Promise<void> {
  const { bucket, key } = s3Location(uri);
  await call.invoke('s3', 'PutObject', { Bucket: bucket, Key: key, Body: memoryPayload(body) }, principal);
}
