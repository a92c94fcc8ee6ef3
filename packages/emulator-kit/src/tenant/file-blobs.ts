import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { memoryPayload, type Payload } from '../wire/payload.ts';
import type { BlobRef, BlobStore } from './blobs.ts';

/** Blobs up to this size stay in memory; larger ones go to a file each. */
const MEMORY_BYTES = 256 * 1024;

/** Keeps blobs of one account in memory and, when large, in files under `directory`. */
export class FileBlobs implements BlobStore {
  readonly #directory: string;
  readonly #small = new Map<string, Payload>();
  #doubted: ReadonlySet<string> = new Set();
  #last = 0;
  #isReady = false;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async keep(payload: Payload): Promise<BlobRef> {
    const id = this.#newId();
    if (payload.size <= MEMORY_BYTES) {
      // A copy: what came from a socket is a slice of a larger buffer that would stay alive with it.
      this.#small.set(id, memoryPayload(Uint8Array.from(await payload.bytes())));
    } else {
      await this.#write(id, [payload]);
    }
    return { id, size: payload.size };
  }

  async join(parts: readonly BlobRef[]): Promise<BlobRef> {
    const id = this.#newId();
    const size = parts.reduce((sum, part) => sum + part.size, 0);
    await this.#write(
      id,
      parts.map((part) => this.open(part)),
    );
    return { id, size };
  }

  open(ref: BlobRef): Payload {
    return this.#small.get(ref.id) ?? new FilePayload(join(this.#directory, ref.id), ref.size);
  }

  async sweep(kept: ReadonlySet<string>): Promise<void> {
    await this.#forget((await this.#ids()).filter((id) => !kept.has(id)));
  }

  async tidy(kept: ReadonlySet<string>): Promise<void> {
    const unheld = (await this.#ids()).filter((id) => !kept.has(id));
    const doubted = this.#doubted;
    this.#doubted = new Set(unheld);
    await this.#forget(unheld.filter((id) => doubted.has(id)));
  }

  async #ids(): Promise<string[]> {
    return [...this.#small.keys(), ...(this.#isReady ? await readdir(this.#directory) : [])];
  }

  async #forget(ids: readonly string[]): Promise<void> {
    const files = ids.filter((id) => !this.#small.delete(id));
    await Promise.all(files.map((id) => rm(join(this.#directory, id), { force: true })));
  }

  #newId(): string {
    this.#last += 1;
    return `blob-${this.#last}`;
  }

  async #write(id: string, payloads: readonly Payload[]): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    this.#isReady = true;
    await pipeline(piecesOf(payloads), createWriteStream(join(this.#directory, id)));
  }
}

async function* piecesOf(payloads: readonly Payload[]): AsyncIterable<Uint8Array> {
  for (const payload of payloads) yield* payload.stream();
}

class FilePayload implements Payload {
  readonly size: number;
  readonly memory = undefined;
  readonly #path: string;

  constructor(path: string, size: number) {
    this.#path = path;
    this.size = size;
  }

  async bytes(limit = 64 * 1024 * 1024): Promise<Uint8Array> {
    if (this.size > limit) throw new RangeError(`${this.size} bytes are more than the ${limit} allowed here`);
    return new Uint8Array(await readFile(this.#path));
  }

  async *stream(start = 0, end = this.size): AsyncIterable<Uint8Array> {
    if (end <= start) return;
    yield* createReadStream(this.#path, { start, end: end - 1 });
  }
}
