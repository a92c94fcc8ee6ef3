/**
 * The CRC of bytes joined, from the CRCs of the pieces: an upload of gigabytes is completed without reading it again.
 *
 * A CRC is a remainder of polynomials over GF(2), so appending n bytes multiplies by x^(8n) modulo the CRC's polynomial
 * (the way of zlib's crc32_combine, M. Adler). Bits are reflected: the top bit stands for x^0.
 */
const CRCS = {
  CRC32: { width: 32n, polynomial: 0xedb88320n },
  CRC32C: { width: 32n, polynomial: 0x82f63b78n },
  CRC64NVME: { width: 64n, polynomial: 0x9a6c9329ac4bc9b5n },
} as const;

type CrcName = keyof typeof CRCS;

export const isCrc = (name: string): name is CrcName => Object.hasOwn(CRCS, name);

/** @param pieces digest in base64 and size in bytes of each piece, in order; at least one */
export function joinCrcs(
  name: CrcName,
  pieces: readonly { readonly checksum: string; readonly size: number }[],
): string {
  const { width } = CRCS[name];
  const joined = pieces
    .map(({ checksum, size }) => ({ crc: BigInt(`0x${Buffer.from(checksum, 'base64').toString('hex')}`), size }))
    .reduce((a, b) => ({ crc: times(name, a.crc, shift(name, b.size)) ^ b.crc, size: b.size }));
  return Buffer.from(joined.crc.toString(16).padStart(Number(width) / 4, '0'), 'hex').toString('base64');
}

/** x^(8 × bytes) modulo the polynomial. */
function shift(name: CrcName, bytes: number): bigint {
  const one = 1n << (CRCS[name].width - 1n);
  let power = one >> 8n;
  let product = one;
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) product = times(name, product, power);
    power = times(name, power, power);
  }
  return product;
}

/** a × b modulo the polynomial. */
function times(name: CrcName, a: bigint, b: bigint): bigint {
  const { width, polynomial } = CRCS[name];
  let product = 0n;
  let shifted = b;
  for (let bit = 1n << (width - 1n); bit > 0n; bit >>= 1n) {
    if ((a & bit) !== 0n) product ^= shifted;
    shifted = (shifted & 1n) === 1n ? (shifted >> 1n) ^ polynomial : shifted >> 1n;
  }
  return product;
}
