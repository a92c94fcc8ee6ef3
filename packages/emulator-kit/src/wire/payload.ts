/**
 * A request's or an object's bytes: small ones in memory, large ones in a file that is read as a stream.
 *
 * Nothing holds a large body in memory as a whole unless it asks for `bytes()`.
 */
export interface Payload {
  /** Length in bytes. */
  readonly size: number;
  /** All bytes. Throws RangeError above `limit` (default 64 MiB), so that no caller reads a huge body by accident. */
  bytes(limit?: number): Promise<Uint8Array>;
  /** The bytes from `start` up to, not including, `end`. */
  stream(start?: number, end?: number): AsyncIterable<Uint8Array>;
  /** The bytes, if they are in memory already. */
  readonly memory: Uint8Array | undefined;
}

const DEFAULT_LIMIT_BYTES = 64 * 1024 * 1024;

class MemoryPayload implements Payload {
  readonly memory: Uint8Array;

  constructor(memory: Uint8Array) {
    this.memory = memory;
  }

  get size(): number {
    return this.memory.length;
  }

  async bytes(limit = DEFAULT_LIMIT_BYTES): Promise<Uint8Array> {
    if (this.size > limit) throw new RangeError(`${this.size} bytes are more than the ${limit} allowed here`);
    return this.memory;
  }

  async *stream(start = 0, end = this.size): AsyncIterable<Uint8Array> {
    if (end > start) yield this.memory.subarray(start, end);
  }
}

/** A payload of bytes that are in memory. The array is not copied and must not be written to afterwards. */
export function memoryPayload(bytes: Uint8Array | string): Payload {
  return new MemoryPayload(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
}
