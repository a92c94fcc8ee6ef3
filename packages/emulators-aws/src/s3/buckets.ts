import type { PublicAccessBlockConfiguration, Tag } from '@aws-sdk/client-s3';
import { SSE_S3 } from './encryption.ts';
import type { Bucket } from './state.ts';

/** What new buckets have since April 2023: no public access, no ACLs. */
const ALL_BLOCKED: PublicAccessBlockConfiguration = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

export function newBucket(
  given: Pick<Bucket, 'name' | 'region' | 'createdAt' | 'ownership'> & { readonly tags: Tag[] },
): Bucket {
  return {
    ...given,
    objects: new Map(),
    uploads: new Map(),
    storedBytes: new Map(),
    versioning: 'never',
    encryption: SSE_S3,
    publicAccessBlock: ALL_BLOCKED,
    policy: undefined,
    cors: undefined,
    notification: {},
    lifecycle: undefined,
    sequence: 0,
  };
}
