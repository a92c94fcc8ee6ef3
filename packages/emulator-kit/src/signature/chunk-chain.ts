import { hash } from 'node:crypto';
import { hmac } from './signing-key.ts';
import { type ChunkSeed, isSameHex } from './verify.ts';

const EMPTY_SHA256 = hash('sha256', '');

/**
 * The chain of an upload in signed chunks: each signature covers its chunk and the signature before.
 *
 * @see Amazon S3, "Signature calculations for the Authorization header: transferring a payload in multiple chunks"
 */
export class ChunkChain {
  private readonly seed: ChunkSeed;
  private previous: string;

  constructor(seed: ChunkSeed) {
    this.seed = seed;
    this.previous = seed.signature;
  }

  /** @param sha256 of the chunk's bytes, hexadecimal */
  isNextChunk(sha256: string, signature: string): boolean {
    return this.isNext(`AWS4-HMAC-SHA256-PAYLOAD\n${this.prefix()}\n${EMPTY_SHA256}\n${sha256}`, signature);
  }

  /** @param trailers `name:value\n` of each trailer in the order sent */
  isTrailer(trailers: string, signature: string): boolean {
    return this.isNext(`AWS4-HMAC-SHA256-TRAILER\n${this.prefix()}\n${hash('sha256', trailers)}`, signature);
  }

  private prefix(): string {
    return `${this.seed.timestamp}\n${this.seed.scope}\n${this.previous}`;
  }

  private isNext(stringToSign: string, signature: string): boolean {
    if (!isSameHex(hmac(this.seed.signingKey, stringToSign), signature)) return false;
    this.previous = signature;
    return true;
  }
}
