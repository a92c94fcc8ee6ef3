import { type DigestName, digestOf, memoryPayload, type Payload } from '@cairn/emulator-kit';
import { badDigest, invalidRequest, notSupported } from './errors.ts';

/** Content checksums of S3 ("Checking object integrity"), all in base64. */
const DIGESTS = {
  CRC32: 'crc32',
  CRC32C: 'crc32c',
  CRC64NVME: 'crc64nvme',
  SHA1: 'sha1',
  SHA256: 'sha256',
} as const satisfies Record<string, DigestName>;

export type ChecksumAlgorithm = keyof typeof DIGESTS;

/** Newer algorithms of S3's API that are not computed here. */
const UNSUPPORTED = ['SHA512', 'MD5', 'XXHASH64', 'XXHASH3', 'XXHASH128'] as const;

const ALGORITHMS = Object.keys(DIGESTS) as ChecksumAlgorithm[]; // the keys of the literal above

/** What S3 computes when the client names nothing. */
export const DEFAULT_ALGORITHM = 'CRC64NVME';

/** The members by which a client names a digest or asks for one. */
export type ChecksumInput = {
  readonly [Algorithm in ChecksumAlgorithm as `Checksum${Algorithm}`]?: string | undefined;
} & { readonly ChecksumAlgorithm?: string | undefined; readonly ContentMD5?: string | undefined };

/** The members by which S3 answers a digest. */
export type ChecksumOutput = { [Algorithm in ChecksumAlgorithm as `Checksum${Algorithm}`]?: string };

export function parseAlgorithm(name: string | undefined): ChecksumAlgorithm | undefined {
  if (name === undefined) return undefined;
  if (Object.hasOwn(DIGESTS, name)) return name as ChecksumAlgorithm; // just looked up
  if (UNSUPPORTED.some((algorithm) => algorithm === name)) throw notSupported(`The checksum algorithm ${name}`);
  throw invalidRequest('Checksum algorithm provided is unsupported. Please try again with any of the valid types.');
}

/** The digest that a request itself states. Throws when it states more than one. */
export function statedChecksum(input: ChecksumInput): { algorithm: ChecksumAlgorithm; value: string } | undefined {
  const stated = ALGORITHMS.flatMap((algorithm) => {
    const value = input[`Checksum${algorithm}`];
    return value === undefined ? [] : [{ algorithm, value }];
  });
  if (stated.length > 1)
    throw invalidRequest('Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.');
  return stated[0];
}

export async function checksumOf(payload: Payload, algorithm: ChecksumAlgorithm): Promise<string> {
  return (await digestOf(payload, DIGESTS[algorithm])).toString('base64');
}

/** The digest to keep with a body, after what the client stated of it has been found true. */
export async function verifiedChecksum(
  payload: Payload,
  input: ChecksumInput,
): Promise<{ readonly algorithm: ChecksumAlgorithm; readonly value: string }> {
  await verifyMd5(payload, input.ContentMD5);
  const stated = statedChecksum(input);
  const algorithm = stated?.algorithm ?? parseAlgorithm(input.ChecksumAlgorithm) ?? DEFAULT_ALGORITHM;
  const value = await checksumOf(payload, algorithm);
  if (stated && stated.value !== value) throw badDigest(algorithm);
  return { algorithm, value };
}

async function verifyMd5(payload: Payload, stated: string | undefined): Promise<void> {
  if (stated === undefined) return;
  const md5 = (await digestOf(payload, 'md5')).toString('base64');
  if (md5 !== stated) throw badDigest('Content-MD5');
}

export function checksumMembers({ algorithm, value }: { algorithm: ChecksumAlgorithm; value: string }): ChecksumOutput {
  return { [`Checksum${algorithm}`]: value };
}

/** The digest of the parts' digests, followed by the number of parts. */
export async function compositeChecksum(algorithm: ChecksumAlgorithm, parts: readonly string[]): Promise<string> {
  const joined = Buffer.concat(parts.map((part) => Buffer.from(part, 'base64')));
  return `${await checksumOf(memoryPayload(joined), algorithm)}-${parts.length}`;
}
