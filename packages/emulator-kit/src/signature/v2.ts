import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@cairn/kernel';
import type { V2Authorization } from './authorization.ts';
import { accessDenied, mismatch } from './failures.ts';
import type { RequestHead } from './family.ts';
import { percentDecoded, queryPairs } from './query.ts';

/** Query parameters that name what is asked for, and so are signed. All others are free. */
const SIGNED_PARAMETERS = new Set([
  'accelerate',
  'acl',
  'analytics',
  'cors',
  'defaultObjectAcl',
  'delete',
  'encryption',
  'inventory',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'partNumber',
  'policy',
  'replication',
  'requestPayment',
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'response-content-language',
  'response-content-type',
  'response-expires',
  'restore',
  'select',
  'select-type',
  'storageClass',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versionId',
  'versioning',
  'versions',
  'website',
]);

/**
 * Verifies Signature Version 2 of S3, in the header or as a presigned URL.
 *
 * @throws ServiceError AccessDenied when expired, SignatureDoesNotMatch
 * @see    Amazon S3, "Signing and authenticating REST requests (Signature Version 2)"
 */
export function verifyV2(input: {
  readonly request: RequestHead;
  readonly authorization: V2Authorization;
  readonly secret: string;
  readonly now: Instant;
}): void {
  const { request, authorization, secret, now } = input;
  checkExpiry(authorization, now);
  const texts = resources(request).map((resource) => stringToSign(request, authorization, resource));
  for (const text of texts) {
    const expected = createHmac('sha1', secret).update(text).digest();
    const given = Buffer.from(authorization.signature, 'base64');
    const isCanonical = given.toString('base64') === authorization.signature;
    if (isCanonical && given.length === expected.length && timingSafeEqual(expected, given)) return;
  }
  throw mismatch('s3', {
    accessKeyId: authorization.accessKeyId,
    stringToSign: texts[0] ?? '',
    canonicalRequest: undefined,
    provided: authorization.signature,
  });
}

function checkExpiry({ expires }: V2Authorization, now: Instant): void {
  if (expires === undefined) return;
  if (!/^\d{1,12}$/.test(expires)) throw accessDenied(`Invalid date (should be seconds since epoch): ${expires}`);
  const expiresAt = Number(expires) * 1000;
  if (now <= expiresAt) return;
  const iso = (instant: number) => `${new Date(instant).toISOString().slice(0, 19)}Z`;
  throw accessDenied('Request has expired', { Expires: iso(expiresAt), ServerTime: iso(now) });
}

/** The path as signed: with the bucket in front when it stands in the host name (`bucket.s3.localhost`). */
function resources(head: RequestHead): readonly string[] {
  const signed = queryPairs(head.query)
    .filter(([name]) => SIGNED_PARAMETERS.has(name))
    .map(([name, value]) => (value === '' ? name : `${name}=${percentDecoded(value)}`))
    .sort();
  const suffix = signed.length === 0 ? '' : `?${signed.join('&')}`;
  const bucket = /^(.+?)\.(?:s3[.-]|localhost(?:$|:))/.exec(head.headers.host ?? '')?.[1];
  const paths = bucket === undefined ? [head.path] : [`/${bucket}${head.path}`, head.path];
  return paths.map((path) => path + suffix);
}

function stringToSign(head: RequestHead, authorization: V2Authorization, resource: string): string {
  const parameters = authorization.kind === 'v2-presigned' ? queryPairs(head.query) : [];
  const inQuery = new Map(parameters.map(([name, value]) => [name.toLowerCase(), percentDecoded(value)]));
  const fieldOf = (name: string) => head.headers[name] ?? inQuery.get(name) ?? '';
  const names = [...Object.keys(head.headers), ...inQuery.keys()].filter((name) => name.startsWith('x-amz-'));
  const amz = [...new Set(names)].sort().map((name) => `${name}:${fieldOf(name).trim()}\n`);
  const date = authorization.expires ?? (names.includes('x-amz-date') ? '' : fieldOf('date'));
  return `${head.method}\n${fieldOf('content-md5')}\n${fieldOf('content-type')}\n${date}\n${amz.join('')}${resource}`;
}
