import type { GetObjectOutput, ListObjectsV2Output, PutObjectOutput } from '@aws-sdk/client-s3';
import { type Call, memoryPayload, type Payload, type Principal, ServiceError } from '@cairn/emulator-kit';
import type { WithPayload } from './body.ts';

/**
 * How other services of the account reach objects: always as a principal, through S3's own operations, so that missing
 * rights show as AccessDenied and every access is in the journal.
 */
export interface S3Location {
  readonly bucket: string;
  /** Key or prefix; may be empty. */
  readonly key: string;
}

const S3_URI = /^s3:\/\/([^/]+)(?:\/(.*))?$/s;

/** Reads `s3://bucket/key`; undefined when it is no such address. */
export function parseS3Uri(uri: string): S3Location | undefined {
  const [, bucket, key = ''] = S3_URI.exec(uri) ?? [];
  return bucket === undefined ? undefined : { bucket, key };
}

export const s3Uri = ({ bucket, key }: S3Location): string => `s3://${bucket}/${key}`;

/** Any call: of whichever service needs an object. */
type AnyCall = Pick<Call<unknown>, 'invoke'>;

/** An object's bytes. Throws ServiceError as GetObject does: NoSuchBucket, NoSuchKey, AccessDenied. */
export async function readObject(call: AnyCall, principal: Principal, { bucket, key }: S3Location): Promise<Payload> {
  const input = { Bucket: bucket, Key: key };
  const { Body: body } = await call.invoke<WithPayload<GetObjectOutput>>('s3', 'GetObject', input, principal);
  return body ?? memoryPayload('');
}

/** The same; undefined when there is no such object, or the principal may not know whether there is. */
export async function findObject(
  call: AnyCall,
  principal: Principal,
  location: S3Location,
): Promise<Payload | undefined> {
  try {
    return await readObject(call, principal, location);
  } catch (error) {
    if (error instanceof ServiceError && (error.code === 'NoSuchKey' || error.code === 'NoSuchBucket'))
      return undefined;
    throw error;
  }
}

export interface NewObject extends S3Location {
  readonly body: Payload | Uint8Array | string;
  readonly contentType?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** Such as `aws:kms`, with a key; left out, the bucket's default. */
  readonly encryption?: { readonly algorithm: string; readonly keyId?: string };
}

/** Writes an object and returns its entity tag, with quotes. Throws ServiceError as PutObject does. */
export async function writeObject(call: AnyCall, principal: Principal, object: NewObject): Promise<string> {
  const { bucket, key, body, contentType, metadata, encryption } = object;
  const input = {
    Bucket: bucket,
    Key: key,
    Body: typeof body === 'string' || body instanceof Uint8Array ? memoryPayload(body) : body,
    ...(contentType === undefined ? {} : { ContentType: contentType }),
    ...(metadata === undefined ? {} : { Metadata: { ...metadata } }),
    ...(encryption ? { ServerSideEncryption: encryption.algorithm } : {}),
    ...(encryption?.keyId === undefined ? {} : { SSEKMSKeyId: encryption.keyId }),
  };
  const { ETag = '' } = await call.invoke<PutObjectOutput>('s3', 'PutObject', input, principal);
  return ETag;
}

export interface FoundObject extends S3Location {
  readonly size: number;
  /** With its quotes. */
  readonly eTag: string;
  readonly lastModified: Date;
}

/** All objects under a prefix, in S3's order, page by page. Throws ServiceError as ListObjectsV2 does. */
export async function* listObjectsUnder(
  call: AnyCall,
  principal: Principal,
  { bucket, key: prefix }: S3Location,
): AsyncGenerator<FoundObject> {
  let token: string | undefined;
  do {
    const input = { Bucket: bucket, Prefix: prefix, ...(token === undefined ? {} : { ContinuationToken: token }) };
    const page: ListObjectsV2Output = await call.invoke('s3', 'ListObjectsV2', input, principal);
    for (const { Key: key = '', Size: size = 0, ETag: eTag = '', LastModified } of page.Contents ?? []) {
      yield { bucket, key, size, eTag, lastModified: LastModified ?? new Date(0) };
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
}
