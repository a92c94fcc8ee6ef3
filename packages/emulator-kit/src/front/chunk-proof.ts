import { createHash, type Hash } from 'node:crypto';
import { ServiceError } from '../service-error.ts';
import { ChunkChain } from '../signature/chunk-chain.ts';
import type { ChunkSeed } from '../signature/verify.ts';

/** Checks the signatures of an upload in signed chunks as its bytes pass. */
export class ChunkProof {
  private readonly chain: ChunkChain;
  private readonly hasTrailers: boolean;
  private hash: Hash = createHash('sha256');
  private isClosed = false;

  constructor(seed: ChunkSeed, hasTrailers: boolean) {
    this.chain = new ChunkChain(seed);
    this.hasTrailers = hasTrailers;
  }

  update(bytes: Uint8Array): void {
    this.hash.update(bytes);
  }

  endChunk(signature: string | undefined): void {
    const sha256 = this.hash.digest('hex');
    this.hash = createHash('sha256');
    if (signature === undefined || !this.chain.isNextChunk(sha256, signature)) throw wrongChunk();
  }

  endTrailers(trailers: ReadonlyMap<string, string>, signature: string): void {
    const text = [...trailers].map(([name, value]) => `${name}:${value}\n`).join('');
    if (this.isClosed || !this.chain.isTrailer(text, signature)) throw wrongChunk();
    this.isClosed = true;
  }

  /** @throws ServiceError when trailers were to be signed, and are not */
  finish(): void {
    if (this.hasTrailers && !this.isClosed) throw wrongChunk();
  }
}

function wrongChunk(): ServiceError {
  const message =
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
  return new ServiceError('SignatureDoesNotMatch', message, 403);
}
