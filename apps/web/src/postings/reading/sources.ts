import type { DocumentSource } from '@cairn/documents';
import type { BroughtFile } from './messages.ts';

/** Resolves to whether to go on. */
export type Breath = () => Promise<boolean>;

/** A file whose bytes may be on their way already. */
export type ComingFile = BroughtFile & { readonly bytes?: Promise<ArrayBuffer> };

/** Asking for a file takes longer than reading a small one: the next few come while this one is read. */
const AHEAD = 16;
const SMALL_BYTES = 256 * 1024;

/** Files in a row, the small ones of the next few already asked for. */
export class FileQueue {
  #coming: ComingFile[] = [];
  #later: BroughtFile[][] = [];

  add(files: readonly BroughtFile[]): void {
    if (files.length > 0) this.#later.push([...files].reverse());
  }

  next(): ComingFile | undefined {
    while (this.#coming.length < AHEAD) {
      const file = this.#taken();
      if (!file) break;
      this.#coming.push(file.file.size <= SMALL_BYTES ? { ...file, bytes: asked(file.file) } : file);
    }
    return this.#coming.shift();
  }

  /** Empties it. */
  clear(): readonly BroughtFile[] {
    const left = [...this.#coming, ...this.#later.flat()];
    this.#coming = [];
    this.#later = [];
    return left;
  }

  #taken(): BroughtFile | undefined {
    const file = this.#later[0]?.pop();
    if (this.#later[0]?.length === 0) this.#later.shift();
    return file;
  }
}

/** Whoever reads it meets the failure; until then nobody is told of it. */
function asked(file: Blob): Promise<ArrayBuffer> {
  const bytes = file.arrayBuffer();
  bytes.catch(() => undefined);
  return bytes;
}

/** A file as a document, counting what is read of it. */
export function readerOf({ name, file, bytes }: ComingFile, onBytes: (bytes: number) => void): DocumentSource {
  return { name, size: file.size, stream: () => (bytes ? wholeOf(bytes, onBytes) : streamOf(file, onBytes)) };
}

async function* wholeOf(bytes: Promise<ArrayBuffer>, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const whole = new Uint8Array(await bytes);
  onBytes(whole.length);
  yield whole;
}

function streamOf(file: Blob, onBytes: (bytes: number) => void) {
  const reader = file.stream().getReader();
  return {
    getReader: () => ({
      read: async () => {
        const chunk = await reader.read();
        if (chunk.value) onBytes(chunk.value.length);
        return chunk;
      },
      cancel: () => reader.cancel(),
    }),
  };
}
