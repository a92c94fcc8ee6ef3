import { createHash, hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Payload } from '../wire/payload.ts';
import { type Crc64, crc32c, crc64nvme } from './crc.ts';

export type DigestName = 'sha256' | 'sha1' | 'md5' | 'crc32' | 'crc32c' | 'crc64nvme';

/** Bytes of each digest: 32, 20, 16, 4, 4, 8. CRCs are big-endian, as in S3's headers. */
export const DIGEST_BYTES = {
  sha256: 32,
  sha1: 20,
  md5: 16,
  crc32: 4,
  crc32c: 4,
  crc64nvme: 8,
} as const satisfies Record<DigestName, number>;

/** A digest that is fed as the bytes pass. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

function crcHasher(next: (bytes: Uint8Array, previous: number) => number): Hasher {
  let crc = 0;
  return {
    update: (bytes) => {
      crc = next(bytes, crc);
    },
    digest: () => {
      const out = Buffer.alloc(4);
      out.writeUInt32BE(crc);
      return out;
    },
  };
}

function crc64Hasher(): Hasher {
  let crc: Crc64 = { high: 0, low: 0 };
  return {
    update: (bytes) => {
      crc = crc64nvme(bytes, crc);
    },
    digest: () => {
      const out = Buffer.alloc(8);
      out.writeUInt32BE(crc.high, 0);
      out.writeUInt32BE(crc.low, 4);
      return out;
    },
  };
}

export function createHasher(name: DigestName): Hasher {
  if (name === 'crc32') return crcHasher(crc32);
  if (name === 'crc32c') return crcHasher(crc32c);
  if (name === 'crc64nvme') return crc64Hasher();
  return createHash(name);
}

function digestOfBytes(name: DigestName, bytes: Uint8Array): Buffer {
  // One call without a Hash object: half the cost on the small bodies that most requests have.
  if (name === 'sha256' || name === 'sha1' || name === 'md5') return hash(name, bytes, 'buffer');
  const hasher = createHasher(name);
  hasher.update(bytes);
  return hasher.digest();
}

const known = new WeakMap<Payload, Map<DigestName, Buffer>>();

/** Keeps a digest that was computed as the payload was written, so that it is not read again. */
export function rememberDigest(payload: Payload, name: DigestName, digest: Buffer): void {
  const digests = known.get(payload) ?? new Map<DigestName, Buffer>();
  known.set(payload, digests.set(name, digest));
}

/** A payload's digest; computed once. */
export async function digestOf(payload: Payload, name: DigestName): Promise<Buffer> {
  const remembered = known.get(payload)?.get(name);
  if (remembered !== undefined) return remembered;
  const digest = payload.memory === undefined ? await streamed(payload, name) : digestOfBytes(name, payload.memory);
  rememberDigest(payload, name, digest);
  return digest;
}

async function streamed(payload: Payload, name: DigestName): Promise<Buffer> {
  const hasher = createHasher(name);
  for await (const bytes of payload.stream()) hasher.update(bytes);
  return hasher.digest();
}
