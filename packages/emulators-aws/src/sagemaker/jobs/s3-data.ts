import type { GetObjectOutput, ListObjectsV2Output } from '@aws-sdk/client-s3';
import { memoryPayload, type Payload, type Principal, ServiceError } from '@cairn/emulator-kit';
import type { SageMakerCall } from '../needs.ts';
import { JobFailure } from './failure.ts';

export interface S3Place {
  readonly bucket: string;
  /** A key or the beginning of one; no slash in front. */
  readonly key: string;
}

/** The parts of `s3://bucket/key`; undefined for any other text. */
export function parseS3Uri(uri: string): S3Place | undefined {
  const [, bucket, key = ''] = /^(?:s3|https):\/\/([^/]+)\/?(.*)$/s.exec(uri) ?? [];
  return bucket === undefined ? undefined : { bucket, key };
}

export const s3Uri = ({ bucket, key }: S3Place): string => `s3://${bucket}/${key}`;

/** `s3://bucket/a/` and `b` give `s3://bucket/a/b`, with one slash between. */
export const joinUri = (uri: string, rest: string): string => `${uri.replace(/\/+$/, '')}/${rest}`;

export function requireS3Uri(uri: string): S3Place {
  const place = parseS3Uri(uri);
  if (!place) throw new JobFailure(`ClientError: ${uri} is no S3 address: write s3://bucket/prefix.`);
  return place;
}

/** Bytes that a job may read in all: they are held in memory. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Reads and writes S3 with the rights of a job's role. */
export interface JobStorage {
  /** Keys with the prefix in their order, "folders" left out. Throws JobFailure when there is none. */
  list(uri: string): Promise<string[]>;
  read(uri: string): Promise<Uint8Array>;
  write(uri: string, body: Uint8Array | string, details?: WriteDetails): Promise<void>;
}

export interface WriteDetails {
  readonly contentType?: string;
  readonly kmsKeyId?: string | undefined;
}

/** The reason of a refused download: S3's code and message stand in it, as they do in SageMaker's. */
function downloadFailure(error: unknown): unknown {
  if (!(error instanceof ServiceError)) return error;
  const status = error.status ?? 400;
  return new JobFailure(`ClientError: Data download failed:${error.code} (${status}): ${error.message}`);
}

function uploadFailure(error: unknown): unknown {
  if (!(error instanceof ServiceError)) return error;
  return new JobFailure(`ClientError: Artifact upload failed:${error.code} (${error.status ?? 400}): ${error.message}`);
}

function noObjects(uri: string, bucket: string, call: SageMakerCall, role: Principal): JobFailure {
  return new JobFailure(
    `ClientError: Data download failed:No S3 objects found under S3 URL "${uri}" given in input data source. Please ensure that the bucket exists in the selected region (${call.region}), that objects exist under that S3 prefix, and that the role "${role.roleArn ?? role.arn}" has "s3:ListBucket" permissions on bucket "${bucket}".`,
  );
}

async function listKeys(call: SageMakerCall, role: Principal, { bucket, key }: S3Place): Promise<string[]> {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const input = { Bucket: bucket, Prefix: key, ContinuationToken: token };
    const page = await call.invoke<ListObjectsV2Output>('s3', 'ListObjectsV2', input, role);
    keys.push(...(page.Contents ?? []).flatMap(({ Key = '' }) => (Key.endsWith('/') ? [] : [Key])));
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return keys;
}

export function jobStorage(call: SageMakerCall, role: Principal): JobStorage {
  let read = 0;
  return {
    list: async (uri) => {
      const place = requireS3Uri(uri);
      const keys = await listKeys(call, role, place).catch((error: unknown) => {
        throw downloadFailure(error);
      });
      if (keys.length === 0) throw noObjects(uri, place.bucket, call, role);
      return keys;
    },
    read: async (uri) => {
      const { bucket: Bucket, key: Key } = requireS3Uri(uri);
      const got = call.invoke<Omit<GetObjectOutput, 'Body'> & { Body: Payload }>(
        's3',
        'GetObject',
        { Bucket, Key },
        role,
      );
      const { Body } = await got.catch((error: unknown) => {
        throw downloadFailure(error);
      });
      read += Body.size;
      if (read > MOST_BYTES) {
        const limit = MOST_BYTES / 1024 / 1024;
        throw new JobFailure(`ClientError: Data download failed: a job reads at most ${limit} MB in this sandbox.`);
      }
      return Body.bytes(MOST_BYTES);
    },
    write: async (uri, body, { contentType, kmsKeyId } = {}) => {
      const { bucket: Bucket, key: Key } = requireS3Uri(uri);
      const encryption = kmsKeyId ? { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: kmsKeyId } : {};
      const type = contentType === undefined ? {} : { ContentType: contentType };
      const input = { Bucket, Key, Body: memoryPayload(body), ...type, ...encryption };
      await call.invoke('s3', 'PutObject', input, role).catch((error: unknown) => {
        throw uploadFailure(error);
      });
    },
  };
}
