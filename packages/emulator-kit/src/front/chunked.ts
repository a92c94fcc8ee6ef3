import { ServiceError } from '../service-error.ts';
import type { DigestName } from '../signature/digest.ts';
import type { Verification } from '../signature/verify.ts';
import type { Payload } from '../wire/payload.ts';
import { CHECKSUM_NAMES } from './checksums.ts';
import { ChunkProof } from './chunk-proof.ts';
import { type ChunkEvent, ChunkReader, malformed, malformedTrailer } from './chunk-reader.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { Spool, SpooledPayload, SpoolWriter } from './spool.ts';

export interface ChunkedInput {
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it was received, with its framing. */
  readonly payload: Payload;
  /** Of the request's head; undefined for anonymous requests, whose chunks nobody signed. */
  readonly verification: Verification | undefined;
  readonly spool: Spool;
  /** Left out: 8 MiB. */
  readonly memoryBytes?: number;
}

export interface Decoded {
  /** The bytes without framing. Release it when nothing reads it any more. */
  readonly payload: SpooledPayload;
  /** Names in lower case; without the trailers' own signature. */
  readonly trailers: Readonly<Record<string, string>>;
}

/** Whether the body is framed in aws-chunked. */
export function isChunked(headers: Readonly<Record<string, string>>): boolean {
  if (headers['x-amz-content-sha256']?.startsWith('STREAMING-') === true) return true;
  return /(?:^|,)\s*aws-chunked\s*(?:,|$)/.test(headers['content-encoding'] ?? '');
}

/** The content encoding that is left when the framing is taken off; undefined when none is. */
export function encodingWithoutChunks(encoding: string): string | undefined {
  const left = encoding
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'aws-chunked');
  return left.length === 0 ? undefined : left.join(', ');
}

/**
 * Takes the aws-chunked framing off a body, chunk signatures verified on the way.
 *
 * @throws ServiceError IncompleteBody when the framing is broken or the length is not x-amz-decoded-content-length,
 *         SignatureDoesNotMatch, MalformedTrailerError
 */
export async function decodeChunked(input: ChunkedInput): Promise<Decoded> {
  const decoder = new Decoder(input);
  try {
    for await (const bytes of input.payload.stream()) await decoder.take(bytes);
    return await decoder.finish();
  } catch (error) {
    await decoder.discard();
    throw error;
  }
}

class Decoder {
  private readonly declaredBytes: number;
  private readonly reader = new ChunkReader();
  private readonly writer: SpoolWriter;
  private readonly proof: ChunkProof | undefined;
  private readonly trailers = new Map<string, string>();
  private readonly announced: readonly string[];

  constructor({ headers, verification, spool, memoryBytes = DEFAULT_LIMITS.memoryBytes }: ChunkedInput) {
    this.declaredBytes = decodedLength(headers);
    const hasTrailers = headers['x-amz-content-sha256']?.endsWith('-TRAILER') === true;
    this.announced = hasTrailers ? names(headers['x-amz-trailer'] ?? '') : [];
    this.writer = spool.writer({ memoryBytes, digests: wantedDigests(headers, this.announced) });
    const seed = verification?.body === 'chunks-signed' ? verification.seed : undefined;
    this.proof = seed === undefined ? undefined : new ChunkProof(seed, hasTrailers);
  }

  async take(bytes: Uint8Array): Promise<void> {
    for (const event of this.reader.read(bytes)) {
      if (event.kind === 'data') {
        if (this.writer.size + event.bytes.length > this.declaredBytes) throw wrongLength();
        this.proof?.update(event.bytes);
        await this.writer.write(event.bytes);
      } else if (event.kind === 'chunk-end') this.proof?.endChunk(event.signature);
      else this.takeTrailer(event);
    }
  }

  private takeTrailer({ name, value }: Extract<ChunkEvent, { kind: 'trailer' }>): void {
    if (name === TRAILER_SIGNATURE) {
      this.proof?.endTrailers(this.trailers, value);
      return;
    }
    if (!this.announced.includes(name) || this.trailers.has(name)) throw malformedTrailer();
    this.trailers.set(name, value);
  }

  async finish(): Promise<Decoded> {
    if (!this.reader.isComplete) throw malformed('its last chunk is missing');
    if (this.writer.size !== this.declaredBytes) throw wrongLength();
    if (this.announced.some((name) => !this.trailers.has(name))) throw malformedTrailer();
    this.proof?.finish();
    return { payload: await this.writer.finish(), trailers: Object.fromEntries(this.trailers) };
  }

  discard(): Promise<void> {
    return this.writer.discard();
  }
}

const TRAILER_SIGNATURE = 'x-amz-trailer-signature';

const names = (list: string): readonly string[] =>
  list
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');

function decodedLength(headers: Readonly<Record<string, string>>): number {
  const text = headers['x-amz-decoded-content-length'];
  if (text !== undefined && /^\d{1,15}$/.test(text)) return Number(text);
  throw new ServiceError('MissingContentLength', 'You must provide the Content-Length HTTP header.', 411);
}

function wrongLength(): ServiceError {
  const message = 'You did not provide the number of bytes specified by the x-amz-decoded-content-length HTTP header';
  return new ServiceError('IncompleteBody', message, 400);
}

/** MD5 for the ETag, and the checksums that the request brings. */
function wantedDigests(headers: Readonly<Record<string, string>>, announced: readonly string[]): DigestName[] {
  const isSent = (name: string) => headers[name] !== undefined || announced.includes(name);
  return ['md5', ...CHECKSUM_NAMES.filter((name) => isSent(`x-amz-checksum-${name}`))];
}
