import type { AccessControlPolicy, Grant, Owner } from '@aws-sdk/client-s3';
import { ServiceError } from '@cairn/emulator-kit';
import type { S3Call } from './access.ts';
import { accessDenied, aclNotSupported, invalidArgument } from './errors.ts';
import type { Bucket } from './state.ts';

/** How requests set access control lists: by a name, or grant by grant. */
export interface AclInput {
  readonly ACL?: string | undefined;
  readonly GrantFullControl?: string | undefined;
  readonly GrantRead?: string | undefined;
  readonly GrantReadACP?: string | undefined;
  readonly GrantWrite?: string | undefined;
  readonly GrantWriteACP?: string | undefined;
}

/** Canned lists that give nobody but the owner a right; in one account they all come to the same. */
const OWNER_ONLY = ['private', 'bucket-owner-full-control', 'bucket-owner-read', 'aws-exec-read', 'log-delivery-write'];
const PUBLIC = ['public-read', 'public-read-write', 'authenticated-read'];

export const ownerOf = (call: S3Call): Owner => ({ ID: call.state.ownerId });

/** The only list that objects and buckets here have: full control for the account that owns them. */
export function ownerGrants(call: S3Call): { Owner: Owner; Grants: Grant[] } {
  const { ownerId } = call.state;
  return {
    Owner: ownerOf(call),
    Grants: [{ Grantee: { ID: ownerId, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }],
  };
}

/** Lists that come with a write of an object. Ones that name the owner pass even where lists are disabled. */
export function checkObjectAcl(bucket: Bucket, input: AclInput): void {
  if (input.ACL === 'bucket-owner-full-control' && !hasGrants(input)) return;
  checkAcl(bucket, input);
}

/** Refuses a list as S3 does: where lists are disabled, where public ones are blocked. */
export function checkAcl(bucket: Bucket, input: AclInput): void {
  const { ACL: name } = input;
  if (name === undefined && !hasGrants(input)) return;
  if (bucket.ownership === 'BucketOwnerEnforced') throw aclNotSupported();
  if (name !== undefined && !OWNER_ONLY.includes(name) && !PUBLIC.includes(name)) {
    throw invalidArgument('The canned ACL you have provided is invalid', 'x-amz-acl', name);
  }
  if (name !== undefined && PUBLIC.includes(name) && bucket.publicAccessBlock?.BlockPublicAcls) throw accessDenied();
  if (hasGrants(input) || (name !== undefined && PUBLIC.includes(name))) {
    throw beyondOwner();
  }
}

function hasGrants(input: AclInput): boolean {
  const grants = [input.GrantFullControl, input.GrantRead, input.GrantReadACP, input.GrantWrite, input.GrantWriteACP];
  return grants.some((grant) => grant !== undefined);
}

/** Refuses a list given in full, unless it is the one that is there anyhow. */
export function checkGrants(bucket: Bucket, ownerId: string, policy: AccessControlPolicy | undefined): void {
  if (!policy) return;
  const grants = policy.Grants ?? [];
  const isOwners = grants.every(({ Grantee, Permission }) => Grantee?.ID === ownerId && Permission === 'FULL_CONTROL');
  if (isOwners && grants.length === 1) return;
  if (bucket.ownership === 'BucketOwnerEnforced') throw aclNotSupported();
  throw beyondOwner();
}

const beyondOwner = () =>
  new ServiceError(
    'NotImplemented',
    'An ACL that grants access beyond the owner is not supported in this sandbox; use a bucket policy.',
    501,
  );
