import { timingSafeEqual } from 'node:crypto';
import { ServiceError } from '../service-error.ts';
import { DIGEST_BYTES, type DigestName, digestOf } from '../signature/digest.ts';
import type { Payload } from '../wire/payload.ts';

export type ChecksumName = Exclude<DigestName, 'md5'>;

export const CHECKSUM_NAMES: readonly ChecksumName[] = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'];

/** A checksum that was sent along and is right. */
export interface Checksum {
  readonly algorithm: ChecksumName;
  /** Base64, as in `x-amz-checksum-…`. */
  readonly value: string;
}

/**
 * Checks Content-MD5 and `x-amz-checksum-…` against the body, in time linear in its length.
 *
 * Not for CompleteMultipartUpload: its checksum header speaks of the object, not of the request's body. Those that say
 * so by an `x-amz-checksum-type` are passed over.
 *
 * @param headers  the request's, with the trailers of its body laid over them
 * @param payload  the body without aws-chunked framing
 * @returns        the checksum that was sent, if one was
 * @throws         ServiceError BadDigest, InvalidDigest, InvalidRequest
 */
export async function verifyChecksums(
  headers: Readonly<Record<string, string>>,
  payload: Payload,
): Promise<Checksum | undefined> {
  const md5 = headers['content-md5'];
  if (md5 !== undefined) await checkMd5(md5, payload);
  if (headers['x-amz-checksum-type'] !== undefined) return undefined; // speaks of the object of a multipart upload
  const sent = CHECKSUM_NAMES.filter((name) => headers[`x-amz-checksum-${name}`] !== undefined);
  const [algorithm] = sent;
  if (algorithm === undefined) {
    requireNoAlgorithm(headers);
    return undefined;
  }
  if (sent.length > 1) {
    throw invalidRequest('Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.');
  }
  const value = headers[`x-amz-checksum-${algorithm}`] ?? '';
  const expected = decoded(value, algorithm);
  if (expected === undefined) throw invalidRequest(`Value for x-amz-checksum-${algorithm} header is invalid.`);
  if (!timingSafeEqual(await digestOf(payload, algorithm), expected)) {
    const name = algorithm.toUpperCase();
    throw new ServiceError('BadDigest', `The ${name} you specified did not match the calculated checksum.`, 400);
  }
  return { algorithm, value };
}

function requireNoAlgorithm(headers: Readonly<Record<string, string>>): void {
  if (headers['x-amz-sdk-checksum-algorithm'] === undefined || headers['content-md5'] !== undefined) return;
  throw invalidRequest(
    'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
  );
}

const invalidRequest = (message: string): ServiceError => new ServiceError('InvalidRequest', message, 400);

async function checkMd5(given: string, payload: Payload): Promise<void> {
  const expected = decoded(given, 'md5');
  if (expected === undefined)
    throw new ServiceError('InvalidDigest', 'The Content-MD5 you specified was invalid.', 400);
  const calculated = await digestOf(payload, 'md5');
  if (timingSafeEqual(calculated, expected)) return;
  throw new ServiceError('BadDigest', 'The Content-MD5 you specified did not match what we received.', 400, {
    ExpectedDigest: given,
    CalculatedDigest: calculated.toString('base64'),
  });
}

/** The bytes of a Base64 digest; undefined when it is no Base64 or has another length. */
function decoded(base64: string, name: DigestName): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length === DIGEST_BYTES[name] && bytes.toString('base64') === base64 ? bytes : undefined;
}
