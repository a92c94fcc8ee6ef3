import { verifyChecksums } from './front/checksums.ts';
import { decodeChunked, encodingWithoutChunks, isChunked } from './front/chunked.ts';
import type { Spool } from './front/spool.ts';
import type { Verification } from './signature/verify.ts';
import type { WireRequest } from './wire/messages.ts';
import type { Route } from './wire/route.ts';

export interface DecodedRequest {
  readonly request: WireRequest;
  /** Deletes what was put aside for the body; call it once the request has been answered. */
  readonly release: () => Promise<void>;
}

/**
 * The request with the bytes that were meant: out of their chunks, every chunk's signature verified, and equal to the
 * checksums that came with them.
 *
 * @throws ServiceError if a chunk was altered or a checksum differs
 */
export async function decodedBody(
  request: WireRequest,
  verification: Verification | undefined,
  spool: Spool,
  { operation }: Route,
): Promise<DecodedRequest> {
  // Its checksum header is the whole object's, not that of the list of parts in its body.
  const isOfObject = operation.name === 'CompleteMultipartUpload';
  if (!isChunked(request.headers)) {
    if (!isOfObject) await verifyChecksums(request.headers, request.payload);
    return { request, release: async () => undefined };
  }
  const { headers, payload: framed } = request;
  const { payload, trailers } = await decodeChunked({ headers, payload: framed, verification, spool });
  const decoded = { ...request, headers: unframed(headers, trailers), payload };
  try {
    await verifyChecksums(decoded.headers, payload);
  } catch (error) {
    await payload.release();
    throw error;
  }
  return { request: decoded, release: () => payload.release() };
}

function unframed(
  headers: Readonly<Record<string, string>>,
  trailers: Readonly<Record<string, string>>,
): Record<string, string> {
  const { 'content-encoding': encoding = '', ...others } = headers;
  const left = encodingWithoutChunks(encoding);
  return { ...others, ...trailers, ...(left === undefined ? {} : { 'content-encoding': left }) };
}
