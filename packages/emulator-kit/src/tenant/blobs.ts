import type { Payload } from '../wire/payload.ts';

/** A reference to bytes kept outside a service's state; plain data, so that snapshots copy the name, not the bytes. */
export interface BlobRef {
  readonly id: string;
  readonly size: number;
}

/**
 * Where large bytes live: object bodies, model artifacts. A blob never changes once it is kept, so snapshots share it.
 * Each account has its own.
 */
export interface BlobStore {
  keep(payload: Payload): Promise<BlobRef>;
  /** Joins blobs in order into a new one, without reading them into memory. */
  join(parts: readonly BlobRef[]): Promise<BlobRef>;
  /** Throws RangeError when the blob is unknown: states hold only references they were given. */
  open(ref: BlobRef): Payload;
  /** Forgets all blobs but those with an id in `kept`. */
  sweep(kept: ReadonlySet<string>): Promise<void>;
  /** Forgets the blobs that were not in `kept` at this look nor at the one before: what is under way is not in it yet. */
  tidy(kept: ReadonlySet<string>): Promise<void>;
}
