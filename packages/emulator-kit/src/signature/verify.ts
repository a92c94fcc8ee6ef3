import { hash, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@cairn/kernel';
import { ServiceError } from '../service-error.ts';
import type { WireRequest } from '../wire/messages.ts';
import type { V2Authorization, V4Authorization } from './authorization.ts';
import { type BodySigning, bodySigning } from './body-signing.ts';
import { canonicalPaths, canonicalRequest } from './canonical.ts';
import { digestOf } from './digest.ts';
import { mismatch } from './failures.ts';
import type { SignatureFamily } from './family.ts';
import { checkAge, checkScope, checkSignedHeaders, signingTime } from './scope.ts';
import { hmac, signingKey } from './signing-key.ts';
import { basicTimestamp } from './timestamp.ts';
import { verifyV2 } from './v2.ts';

export interface VerificationInput {
  readonly request: WireRequest;
  readonly authorization: V4Authorization | V2Authorization;
  readonly secret: string;
  readonly now: Instant;
  readonly family: SignatureFamily;
  /** Signing name of the service that was called; a signature for another one is refused. */
  readonly service?: string;
}

/** What a verified signature says about the body, and what its chunks continue from. */
export interface Verification {
  readonly body: BodySigning['kind'];
  /** Only of Signature V4. */
  readonly seed: ChunkSeed | undefined;
}

/** Where the chain of chunk signatures starts. */
export interface ChunkSeed {
  readonly signingKey: Uint8Array;
  /** `20261121T090000Z` */
  readonly timestamp: string;
  /** `20261121/us-east-1/s3/aws4_request` */
  readonly scope: string;
  /** Of the request's head; hexadecimal. */
  readonly signature: string;
}

/**
 * Verifies a request's signature and that the body is the one that was signed.
 *
 * Bodies in signed chunks are verified by `decodeChunked`, with the seed that comes back from here.
 *
 * @throws ServiceError in the words of the family: signature wrong, too old, for another service, not covering a header
 *         that it must cover, or the body not the signed one
 * @see    Signature Version 4, "Create a signed request"
 */
export async function verifySignature(input: VerificationInput): Promise<Verification> {
  const { request, authorization, secret, now, family } = input;
  if (!('terminator' in authorization)) {
    verifyV2({ request, authorization, secret, now });
    return { body: 'unsigned', seed: undefined };
  }
  const signedAt = signingTime(authorization, family);
  const timestamp = basicTimestamp(signedAt);
  checkScope(authorization, timestamp, family, input.service);
  checkAge(authorization, signedAt, now, family);
  checkSignedHeaders(request, authorization, family);
  const signing = bodySigning(request, authorization, family);
  const bodyHash = signing.declared ?? (await digestOf(request.payload, 'sha256')).toString('hex');
  const scope = `${authorization.date}/${authorization.region}/${authorization.service}`;
  const seed: ChunkSeed = {
    signingKey: signingKey(secret, scope),
    timestamp,
    scope: `${scope}/aws4_request`,
    signature: authorization.signature,
  };
  checkSignature(input, authorization, seed, bodyHash);
  if (signing.kind === 'signed' && signing.declared !== undefined) await checkBody(request, signing.declared);
  return { body: signing.kind, seed };
}

const sha256Hex = (text: string | Buffer): string => hash('sha256', text, 'hex');

/** Constant time, so that no signature can be guessed byte by byte. */
export function isSameHex(expected: Buffer, given: string): boolean {
  if (given.length !== expected.length * 2 || !/^[0-9a-f]+$/.test(given)) return false;
  return timingSafeEqual(expected, Buffer.from(given, 'hex'));
}

/** The bytes a client may have signed: text is UTF-8, but raw header bytes reach us decoded as Latin-1. */
function* readings(text: string): Iterable<string | Buffer> {
  yield text;
  if (/[\u0080-\u00ff]/.test(text)) yield Buffer.from(text, 'latin1');
}

function checkSignature(
  { request, family }: VerificationInput,
  authorization: V4Authorization,
  seed: ChunkSeed,
  bodyHash: string,
): void {
  let expected: { canonical: string; stringToSign: string } | undefined;
  for (const path of canonicalPaths(request.path, family === 's3')) {
    const canonical = canonicalRequest(request, path, authorization.signedHeaders, bodyHash);
    for (const reading of readings(canonical)) {
      const stringToSign = `AWS4-HMAC-SHA256\n${seed.timestamp}\n${seed.scope}\n${sha256Hex(reading)}`;
      if (isSameHex(hmac(seed.signingKey, stringToSign), authorization.signature)) return;
      expected ??= { canonical, stringToSign };
    }
  }
  throw mismatch(family, {
    accessKeyId: authorization.accessKeyId,
    stringToSign: expected?.stringToSign ?? '',
    canonicalRequest: expected?.canonical,
    provided: authorization.signature,
  });
}

async function checkBody(request: WireRequest, declared: string): Promise<void> {
  const digest = await digestOf(request.payload, 'sha256');
  if (isSameHex(digest, declared)) return;
  throw new ServiceError(
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    400,
    { ClientComputedContentSHA256: declared, S3ComputedContentSHA256: digest.toString('hex') },
  );
}
