import type { Call, Need } from '@cairn/emulator-kit';
import { accessDenied, noSuchBucket } from './errors.ts';
import type { Bucket, ObjectVersion, S3State, StoredObject } from './state.ts';
import { findVersion } from './versions.ts';

export type S3Call = Call<S3State>;

/** The output of operations that answer with nothing. */
export type Nothing = Record<never, never>;

export interface OnBucket {
  readonly Bucket: string | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}

export interface OnObject extends OnBucket {
  readonly Key: string | undefined;
  readonly VersionId?: string | undefined;
}

type Context = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The bucket that a request names. S3 tells that a bucket is missing before it asks for permission. */
export function bucketOf(call: S3Call, { Bucket: name = '', ExpectedBucketOwner: owner }: OnBucket): Bucket {
  const bucket = call.state.buckets.get(name);
  if (!bucket) throw noSuchBucket(name);
  if (owner !== undefined && owner !== call.accountId) throw accessDenied();
  return bucket;
}

/** Permission for `action` on the bucket a request names. */
export function bucketNeed(call: S3Call, input: OnBucket, action: string, context: Context = {}): Need {
  const bucket = bucketOf(call, input);
  return need(call, bucket, action, bucketArn(bucket.name), context);
}

/** Permission for `action` on the object a request names; tags of an object that exists are condition keys. */
export function objectNeed(call: S3Call, input: OnObject, action: string, context: Context = {}): Need {
  const bucket = bucketOf(call, input);
  const key = input.Key ?? '';
  const version = findVersion(bucket, key, input.VersionId);
  return need(call, bucket, action, `${bucketArn(bucket.name)}/${key}`, {
    ...context,
    ...tagContext(version),
    ...(input.VersionId === undefined ? {} : { 's3:VersionId': input.VersionId }),
  });
}

/** Permission to read an object's bytes. */
export function readNeed(call: S3Call, input: OnObject): Need {
  return objectNeed(call, input, input.VersionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion');
}

/** Whether the caller may know which keys a bucket has: others get 403 in place of 404. */
export function mayList(call: S3Call, input: OnBucket): boolean {
  return call.decide(bucketNeed(call, { Bucket: input.Bucket }, 's3:ListBucket')).decision === 'allow';
}

export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;

function need(call: S3Call, bucket: Bucket, action: string, resource: string, context: Context): Need {
  return {
    action,
    resource,
    resourceAccountId: call.accountId,
    context: { ...given(context), 's3:ResourceAccount': call.accountId },
    ...appliedPolicy(call, bucket),
  };
}

/** RestrictPublicBuckets closes a public policy to all but services and members of the account. */
function appliedPolicy(call: S3Call, { name, policy, publicAccessBlock }: Bucket): Pick<Need, 'resourcePolicy'> {
  if (!policy) return {};
  const { kind, accountId } = call.principal;
  const isOutsider = kind === 'anonymous' || (kind !== 'service' && accountId !== call.accountId);
  if (isOutsider && policy.isPublic && publicAccessBlock?.RestrictPublicBuckets) return {};
  return { resourcePolicy: { id: `bucket policy of ${name}`, json: policy.json } };
}

function tagContext(version: ObjectVersion | undefined): Context {
  const tags = (version as StoredObject | undefined)?.tags; // delete markers have none
  if (!tags || tags.length === 0) return {};
  return Object.fromEntries(tags.map(({ Key, Value }) => [`s3:ExistingObjectTag/${Key}`, Value]));
}

function given(context: Context): Record<string, string | readonly string[]> {
  const entries = Object.entries(context).filter(
    (entry): entry is [string, string | string[]] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
