/**
 * CRC-32C and CRC-64/NVME, eight bytes a step ("slicing-by-8", Kounavis & Berry 2005). CRC-32 comes with node:zlib.
 *
 * Both are reflected, start from all ones and end inverted, so that `crc(b, crc(a))` is the CRC of `a` then `b`.
 */

const SLICES = 8;

interface Tables {
  /** Entry `slice * 256 + byte`. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** @param high upper and @param low lower half of the reflected polynomial; 32-bit CRCs live in the lower half alone */
function slicingTables(high: number, low: number): Tables {
  const tables = { low: new Uint32Array(SLICES * 256), high: new Uint32Array(SLICES * 256) };
  for (let byte = 0; byte < 256; byte += 1) {
    let h = 0;
    let l = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      const carry = l & 1;
      l = (l >>> 1) | ((h & 1) << 31);
      h >>>= 1;
      if (carry === 1) {
        l ^= low;
        h ^= high;
      }
    }
    tables.low[byte] = l;
    tables.high[byte] = h;
  }
  fillSlices(tables);
  return tables;
}

function fillSlices({ low, high }: Tables): void {
  for (let at = 256; at < SLICES * 256; at += 1) {
    const l = low[at - 256] ?? 0;
    const h = high[at - 256] ?? 0;
    low[at] = (low[l & 255] ?? 0) ^ ((l >>> 8) | (h << 24));
    high[at] = (high[l & 255] ?? 0) ^ (h >>> 8);
  }
}

let castagnoli: Uint32Array | undefined; // made on first use: most runs never need it
let nvme: Tables | undefined;

/** CRC-32C (Castagnoli), RFC 3720; unsigned. */
export function crc32c(bytes: Uint8Array, previous = 0): number {
  castagnoli ??= slicingTables(0, 0x82f63b78).low;
  const t = castagnoli;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 8);
  let crc = ~previous;
  for (let at = 0; at < whole; at += 8) {
    const a = crc ^ view.getInt32(at, true);
    const b = view.getInt32(at + 4, true);
    crc = eightBytes(t, a, b);
  }
  for (let at = whole; at < bytes.length; at += 1) {
    crc = (t[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

/** The eight table entries of two little-endian words; entries lie within the table for every byte. */
function eightBytes(t: Uint32Array, a: number, b: number): number {
  return (
    (t[1792 + (a & 255)] as number) ^
    (t[1536 + ((a >>> 8) & 255)] as number) ^
    (t[1280 + ((a >>> 16) & 255)] as number) ^
    (t[1024 + (a >>> 24)] as number) ^
    ((t[768 + (b & 255)] as number) ^
      (t[512 + ((b >>> 8) & 255)] as number) ^
      (t[256 + ((b >>> 16) & 255)] as number) ^
      (t[b >>> 24] as number))
  );
}

/** A CRC of 64 bits as two unsigned halves. */
export interface Crc64 {
  readonly high: number;
  readonly low: number;
}

/** CRC-64/NVME (NVM Express base specification; S3 calls it CRC64NVME). */
export function crc64nvme(bytes: Uint8Array, previous: Crc64 = { high: 0, low: 0 }): Crc64 {
  nvme ??= slicingTables(0x9a6c9329, 0xac4bc9b5);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 8);
  let high = ~previous.high;
  let low = ~previous.low;
  for (let at = 0; at < whole; at += 8) {
    const a = low ^ view.getInt32(at, true);
    const b = high ^ view.getInt32(at + 4, true);
    low = eightBytes(nvme.low, a, b);
    high = eightBytes(nvme.high, a, b);
  }
  for (let at = whole; at < bytes.length; at += 1) {
    const entry = (low ^ (bytes[at] ?? 0)) & 255;
    low = (nvme.low[entry] ?? 0) ^ ((low >>> 8) | (high << 24));
    high = (nvme.high[entry] ?? 0) ^ (high >>> 8);
  }
  return { high: ~high >>> 0, low: ~low >>> 0 };
}
