import type { Instant } from '@cairn/kernel';
import { ServiceError } from '../service-error.ts';
import type { V4Authorization } from './authorization.ts';
import { accessDenied, unreadablePresign, unreadableSignature, wrongSignature } from './failures.ts';
import type { RequestHead, SignatureFamily } from './family.ts';
import { basicTimestamp, parseBasicTimestamp } from './timestamp.ts';

/** A request is good for a quarter of an hour on either side of its date. */
const MOST_SKEW_MINUTES = 15;
const MOST_SKEW_MILLISECONDS = MOST_SKEW_MINUTES * 60_000;

/** When the request says it was signed. */
export function signingTime(authorization: V4Authorization, family: SignatureFamily): Instant {
  const signedAt = signingInstant(authorization);
  if (signedAt === undefined) throw unreadableTimestamp(authorization, family);
  return signedAt;
}

/** Checks that the signature is of now, or a presigned URL's still good. */
export function checkAge(
  authorization: V4Authorization,
  signedAt: Instant,
  now: Instant,
  family: SignatureFamily,
): void {
  if (authorization.kind === 'v4-presigned') checkExpiry(authorization, signedAt, now, family);
  else if (Math.abs(now - signedAt) > MOST_SKEW_MILLISECONDS) throw skewed(signedAt, now, family);
}

function signingInstant({ timestamp, kind }: V4Authorization): Instant | undefined {
  const basic = parseBasicTimestamp(timestamp);
  if (basic !== undefined || kind === 'v4-presigned') return basic;
  const date = Date.parse(timestamp); // a Date header: "Sat, 21 Nov 2026 09:00:00 GMT"
  return Number.isNaN(date) ? undefined : (date as Instant);
}

function unreadableTimestamp(authorization: V4Authorization, family: SignatureFamily): ServiceError {
  if (authorization.kind === 'v4-presigned') {
    return unreadablePresign(family, `X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`);
  }
  if (family === 's3') return accessDenied('AWS authentication requires a valid Date or x-amz-date header');
  const form = "Date must be in ISO-8601 'basic format'.";
  const reason = `${form} Got '${authorization.timestamp}'. See http://en.wikipedia.org/wiki/ISO_8601`;
  return unreadableSignature(family, reason);
}

function checkExpiry(authorization: V4Authorization, signedAt: Instant, now: Instant, family: SignatureFamily): void {
  const lifeMilliseconds = (authorization.expiresSeconds ?? MOST_SKEW_MINUTES * 60) * 1000;
  const expiresAt = signedAt + lifeMilliseconds;
  const isEarly = signedAt - now > MOST_SKEW_MILLISECONDS;
  if (now <= expiresAt && !isEarly) return;
  if (family !== 's3') throw skewed(signedAt, now, family);
  const members = { ServerTime: isoSeconds(now) };
  if (isEarly) throw accessDenied('Request is not yet valid', { 'X-Amz-Date': authorization.timestamp, ...members });
  const expiry = { 'X-Amz-Expires': String(authorization.expiresSeconds), Expires: isoSeconds(expiresAt) };
  throw accessDenied('Request has expired', { ...expiry, ...members });
}

const isoSeconds = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

function skewed(signedAt: Instant, now: Instant, family: SignatureFamily): ServiceError {
  if (family === 's3') {
    return new ServiceError(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
      403,
      {
        RequestTime: basicTimestamp(signedAt),
        ServerTime: isoSeconds(now),
        MaxAllowedSkewMilliseconds: String(MOST_SKEW_MILLISECONDS),
      },
    );
  }
  const isLate = now > signedAt;
  const limit = basicTimestamp(now + (isLate ? -MOST_SKEW_MILLISECONDS : MOST_SKEW_MILLISECONDS));
  const words = isLate ? 'Signature expired' : 'Signature not yet current';
  const relation = isLate ? 'is now earlier than' : 'is still later than';
  const sign = isLate ? '-' : '+';
  const reckoning = `${limit} (${basicTimestamp(now)} ${sign} ${MOST_SKEW_MINUTES} min.)`;
  return wrongSignature(family, `${words}: ${basicTimestamp(signedAt)} ${relation} ${reckoning}`);
}

/** Checks day, terminator and service of the credential scope. */
export function checkScope(
  authorization: V4Authorization,
  timestamp: string,
  family: SignatureFamily,
  service: string | undefined,
): void {
  const { date, terminator } = authorization;
  const wrong: string[] = [];
  if (service !== undefined && authorization.service !== service) {
    wrong.push(`Credential should be scoped to correct service: '${service}'.`);
  }
  if (terminator !== 'aws4_request') {
    wrong.push(`Credential should be scoped with a valid terminator: 'aws4_request', not '${terminator}'.`);
  }
  const day = timestamp.slice(0, 8);
  if (date !== day) {
    wrong.push(
      'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: ' +
        `'${date}' != '${day}', from '${timestamp}'.`,
    );
  }
  if (wrong.length > 0) throw wrongScope(authorization, timestamp, family, wrong.join(' '), service);
}

function wrongScope(
  authorization: V4Authorization,
  timestamp: string,
  family: SignatureFamily,
  reason: string,
  service: string | undefined,
): ServiceError {
  if (family !== 's3') return wrongSignature(family, reason);
  const { date, kind } = authorization;
  const refuse = kind === 'v4-presigned' ? unreadablePresign : unreadableSignature;
  if (service !== undefined && authorization.service !== service) {
    return refuse(family, `incorrect service "${authorization.service}". This endpoint belongs to "${service}".`);
  }
  if (authorization.terminator !== 'aws4_request') {
    return refuse(family, `incorrect terminal "${authorization.terminator}". This endpoint uses "aws4_request".`);
  }
  const day = timestamp.slice(0, 8);
  return refuse(family, `Invalid credential date "${date}". This date is not the same as X-Amz-Date: "${day}".`);
}

/** The host, and for S3 every `x-amz-` header, must be covered: what is not signed could be changed on the way. */
export function checkSignedHeaders(head: RequestHead, authorization: V4Authorization, family: SignatureFamily): void {
  const signed = new Set(authorization.signedHeaders);
  const hasHost = signed.has('host') || signed.has(':authority');
  if (family !== 's3') {
    if (hasHost) return;
    throw wrongSignature(family, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }
  const unsigned = Object.keys(head.headers).filter(
    (name) => name.startsWith('x-amz-') && name !== 'x-amz-content-sha256' && !signed.has(name),
  );
  if (!hasHost) unsigned.push('host');
  if (unsigned.length === 0) return;
  throw accessDenied('There were headers present in the request which were not signed', {
    HeadersNotSigned: unsigned.join(', '),
  });
}
