import { ServiceError } from '../service-error.ts';

/** One piece of an aws-chunked body. */
export type ChunkEvent =
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  /** The end of a chunk, with the signature from its head; `size` 0 is the last one. */
  | { readonly kind: 'chunk-end'; readonly size: number; readonly signature: string | undefined }
  | { readonly kind: 'trailer'; readonly name: string; readonly value: string };

const MOST_LINE_BYTES = 8 * 1024;
const MOST_TRAILERS = 16;
const LINE_FEED = 10;

/**
 * Reads the framing of an aws-chunked body, however its bytes are cut: chunks of any size pass without being held.
 *
 *     hex-size[;chunk-signature=hex]\r\n data \r\n … 0[;…]\r\n [name:value\r\n …] \r\n
 */
export class ChunkReader {
  private state: 'head' | 'data' | 'data-end' | 'trailers' | 'end' = 'head';
  private line = '';
  private size = 0;
  private left = 0;
  private trailers = 0;
  private signature: string | undefined;

  /** Whether the body is whole. S3's clients may leave out the empty line after the last chunk. */
  get isComplete(): boolean {
    return this.state === 'end' || (this.state === 'trailers' && this.line === '');
  }

  *read(bytes: Uint8Array): Iterable<ChunkEvent> {
    let rest = bytes;
    while (rest.length > 0) {
      if (this.state === 'end') {
        requireBlank(rest);
        return;
      }
      rest = this.state === 'data' ? yield* this.readData(rest) : yield* this.readText(rest);
    }
  }

  /** @returns the bytes that are not yet read */
  private *readData(bytes: Uint8Array): Generator<ChunkEvent, Uint8Array> {
    const data = bytes.subarray(0, this.left);
    yield { kind: 'data', bytes: data };
    this.left -= data.length;
    if (this.left === 0) this.state = 'data-end';
    return bytes.subarray(data.length);
  }

  private *readText(bytes: Uint8Array): Generator<ChunkEvent, Uint8Array> {
    const end = bytes.indexOf(LINE_FEED);
    this.extendLine(end < 0 ? bytes : bytes.subarray(0, end));
    if (end < 0) return new Uint8Array();
    yield* this.readLine();
    return bytes.subarray(end + 1);
  }

  private extendLine(bytes: Uint8Array): void {
    if (this.line.length + bytes.length > MOST_LINE_BYTES) throw malformed('a line of it is too long');
    this.line += Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  }

  private *readLine(): Iterable<ChunkEvent> {
    const line = this.line.endsWith('\r') ? this.line.slice(0, -1) : this.line;
    this.line = '';
    if (this.state === 'head') yield* this.readHead(line);
    else if (this.state === 'data-end') yield* this.endData(line);
    else yield* this.readTrailer(line);
  }

  private *readHead(line: string): Iterable<ChunkEvent> {
    const found = /^([0-9A-Fa-f]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line);
    if (found === null) throw malformed('the head of a chunk cannot be read');
    this.size = Number.parseInt(found[1] ?? '', 16);
    this.signature = found[2];
    this.left = this.size;
    this.state = this.size === 0 ? 'trailers' : 'data';
    if (this.size === 0) yield { kind: 'chunk-end', size: 0, signature: this.signature };
  }

  private *endData(line: string): Iterable<ChunkEvent> {
    if (line !== '') throw malformed('a chunk is longer than its head says');
    this.state = 'head';
    yield { kind: 'chunk-end', size: this.size, signature: this.signature };
  }

  private *readTrailer(line: string): Iterable<ChunkEvent> {
    const colon = line.indexOf(':');
    this.trailers += 1;
    if (line === '') {
      this.state = 'end';
      return;
    }
    if (colon <= 0 || this.trailers > MOST_TRAILERS) throw malformedTrailer();
    yield { kind: 'trailer', name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() };
  }
}

/** Some clients send one empty line more than they need to. */
function requireBlank(bytes: Uint8Array): void {
  if (bytes.some((byte) => byte !== 13 && byte !== LINE_FEED)) throw malformed('there are bytes after its end');
}

export function malformed(reason: string): ServiceError {
  return new ServiceError('IncompleteBody', `The request body terminated unexpectedly: ${reason}`, 400);
}

export function malformedTrailer(): ServiceError {
  const message =
    'The request contained trailing data that was not well-formed or did not conform to our published schema.';
  return new ServiceError('MalformedTrailerError', message, 400);
}
