const BLOCK = 2 ** 20;

/** The hashes of many texts, 2 bytes each, in blocks: growing copies nothing. */
export class HashStore {
  readonly #blocks: Uint16Array[] = [];
  #free = 0;
  readonly #texts: Uint16Array[] = [];

  add(hashes: Uint16Array, size: number): void {
    if (this.#blocks.length === 0 || this.#free + size > BLOCK) {
      this.#blocks.push(new Uint16Array(BLOCK));
      this.#free = 0;
    }
    const block = this.#blocks.at(-1);
    if (!block) throw new RangeError('no block');
    const place = block.subarray(this.#free, this.#free + size);
    place.set(hashes.subarray(0, size));
    this.#free += size;
    this.#texts.push(place);
  }

  get(text: number): Uint16Array {
    const found = this.#texts[text];
    if (!found) throw new RangeError(`no text ${text}`);
    return found;
  }
}
