const STAMPS = 255;

/**
 * A set of 16-bit hashes that is emptied at almost no cost: each filling has its own stamp. One byte a hash, so that it
 * stays in the processor's cache.
 */
export class HashSet {
  readonly #stamps = new Uint8Array(65_536);
  #stamp = 1;

  clear(): void {
    if (this.#stamp === STAMPS) this.#stamps.fill(0);
    this.#stamp = (this.#stamp % STAMPS) + 1;
  }

  /** Answers whether it was missing. */
  add(hash: number): boolean {
    if (this.#stamps[hash] === this.#stamp) return false;
    this.#stamps[hash] = this.#stamp;
    return true;
  }

  /** Adds it and answers 1 if it was missing, else 0. */
  addedOf(hash: number): number {
    const added = ((this.#stamps[hash] ?? 0) ^ this.#stamp) === 0 ? 0 : 1;
    this.#stamps[hash] = this.#stamp;
    return added;
  }

  has(hash: number): boolean {
    return this.#stamps[hash] === this.#stamp;
  }
}
