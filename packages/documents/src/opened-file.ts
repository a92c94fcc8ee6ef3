import type { DocumentSource } from './document.ts';
import { tooLarge } from './refusal.ts';

/** Enough to tell every format: a PDF may begin after 1,024 bytes, a page's first tag after long comments. */
const HEAD_BYTES = 64 * 1024;
/** A stream may hand over everything at once; what works on pieces then holds no second copy of the whole. */
const PIECE_BYTES = 256 * 1024;

/** A source whose first bytes are known. It is read once, from there on. */
export class OpenedFile {
  readonly name: string;
  readonly size: number;
  readonly head: Uint8Array;
  readonly #rest: AsyncGenerator<Uint8Array>;

  private constructor(source: DocumentSource, head: Uint8Array, rest: AsyncGenerator<Uint8Array>) {
    this.name = source.name;
    this.size = source.size;
    this.head = head;
    this.#rest = rest;
  }

  /** @param limit bytes, counted as they come, whatever size the source declares */
  static async open(source: DocumentSource, limit: number): Promise<OpenedFile> {
    const rest = pieces(source, limit);
    const first: Uint8Array[] = [];
    for (let bytes = 0; bytes < HEAD_BYTES; ) {
      const next = await rest.next();
      if (next.done === true) break;
      first.push(next.value);
      bytes += next.value.length;
    }
    return new OpenedFile(source, joined(first), rest);
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    try {
      yield this.head;
      yield* this.#rest;
    } finally {
      await this.close();
    }
  }

  /** @throws Refusal beyond `limit` */
  async bytes(limit: number): Promise<Uint8Array> {
    if (this.size > limit) throw tooLarge(this.name, limit);
    const all: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.chunks()) {
      size += chunk.length;
      if (size > limit) throw tooLarge(this.name, limit);
      all.push(chunk);
    }
    return joined(all);
  }

  async close(): Promise<void> {
    await this.#rest.return(undefined);
  }
}

async function* pieces(source: DocumentSource, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of iterated(source)) {
    size += chunk.length;
    if (size > limit) throw tooLarge(source.name, limit);
    // A Buffer of Node is not taken by pdf.js, and its `slice` does not copy.
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
  }
}

async function* iterated(source: DocumentSource): AsyncGenerator<Uint8Array> {
  const stream = source.stream();
  if (!('getReader' in stream)) return yield* stream;
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value) yield value;
    }
  } finally {
    await reader.cancel();
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
