import type { Policy, Statement } from '../iam/engine/index.ts';

/**
 * Whether a bucket policy is public in the sense of S3's public access block.
 *
 * A policy is taken for public unless each Allow names fixed principals, or is narrowed by a condition to fixed values
 * of one of a few keys. A value with a wildcard or a policy variable is not fixed.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html "The meaning of public"
 */
export function isPublicPolicy({ statements }: Policy): boolean {
  return statements.some(
    (statement) => statement.effect === 'Allow' && isForAnybody(statement) && !isNarrowed(statement),
  );
}

/** Condition keys that, held to fixed values, keep the public out; in lower case. */
const NARROWING_KEYS = new Set([
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:sourceip',
  'aws:userid',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:vpcsourceip',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
]);

const NARROWING_OPERATORS = /^(?:StringEquals(?:IgnoreCase)?|StringLike|ArnEquals|ArnLike|IpAddress)$/;

/** A wildcard or a policy variable. */
const FREE = /[*?]|\$\{/;

function isForAnybody({ principal, notPrincipal }: Statement): boolean {
  if (notPrincipal) return true;
  return (principal?.AWS ?? []).some((name) => name === '*');
}

function isNarrowed({ conditions }: Statement): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      NARROWING_OPERATORS.test(operator) &&
      NARROWING_KEYS.has(key.toLowerCase()) &&
      values.every((value) => (key.toLowerCase() === 'aws:sourceip' ? isNarrowCidr(value) : !FREE.test(value))),
  );
}

/** Address ranges wider than /8 (IPv4) or /32 (IPv6) count as the whole Internet. */
function isNarrowCidr(value: string): boolean {
  const [address = '', bits] = value.split('/');
  const length = bits === undefined ? Number.POSITIVE_INFINITY : Number(bits);
  return length >= (address.includes(':') ? 32 : 8);
}
