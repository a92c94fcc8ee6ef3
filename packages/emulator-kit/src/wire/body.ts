import { gunzipSync } from 'node:zlib';
import { Malformed, TooLarge, type WireLimits } from './malformed.ts';
import type { WireRequest } from './messages.ts';

/**
 * The bytes of a body that is going to be parsed, decompressed: clients compress large metric batches.
 *
 * @throws TooLarge, Malformed
 */
export async function parsedBody(request: WireRequest, limits: WireLimits): Promise<Uint8Array> {
  const limit = limits.parsedBodyBytes;
  const bytes = await boundedBytes(request, limit);
  return isGzipped(request) && bytes.length > 0 ? gunzipWithin(bytes, limit) : bytes;
}

export async function boundedBytes(request: WireRequest, limit: number): Promise<Uint8Array> {
  const { payload } = request;
  if (payload.size > limit) throw new TooLarge(limit);
  return payload.memory ?? (await payload.bytes(limit));
}

function isGzipped({ headers }: WireRequest): boolean {
  return (headers['content-encoding'] ?? '').split(',').some((coding) => coding.trim().toLowerCase() === 'gzip');
}

function gunzipWithin(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) throw new TooLarge(limit);
    throw new Malformed('the body says it is gzip and cannot be decompressed');
  }
}
