import { createReadStream } from 'node:fs';
import { copyFile, type FileHandle, mkdir, mkdtemp, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createHasher, type DigestName, type Hasher, rememberDigest } from '../signature/digest.ts';
import { memoryPayload, type Payload } from '../wire/payload.ts';

/** A body that was received: in memory, or in a file of the spool until it is released. */
export interface SpooledPayload extends Payload {
  /** Where the bytes are when they are not in memory. */
  readonly file: string | undefined;
  /**
   * Takes the file out of the spool, to `target`: the payload then reads from there, and `release` leaves it alone.
   *
   * @throws RangeError if the payload is in memory or was released
   */
  moveTo(target: string): Promise<void>;
  /** Deletes the file, if there is one. Call it when nothing reads the payload any more; twice does no harm. */
  release(): Promise<void>;
}

export interface WriterOptions {
  /** More than this goes to a file. */
  readonly memoryBytes: number;
  /** Computed as the bytes pass, so that a file need not be read again. */
  readonly digests: readonly DigestName[];
}

/** A directory for large bodies. It is made on first use and deleted, with all that is in it, by `close`. */
export interface Spool {
  writer(options: WriterOptions): SpoolWriter;
  close(): Promise<void>;
}

/** @param parent an existing or new directory, such as the system's temporary one */
export function createSpool(parent: string): Spool {
  let directory: Promise<string> | undefined;
  let files = 0;
  const newFile = async (): Promise<string> => {
    directory ??= mkdir(parent, { recursive: true }).then(() => mkdtemp(join(parent, 'spool-')));
    files += 1;
    return join(await directory, String(files));
  };
  return {
    writer: (options) => new SpoolWriter(options, newFile),
    close: async () => {
      if (directory !== undefined) await rm(await directory, { recursive: true, force: true });
      directory = undefined;
    },
  };
}

/** Takes the pieces of one body. */
export class SpoolWriter {
  size = 0;
  private readonly options: WriterOptions;
  private readonly newFile: () => Promise<string>;
  private chunks: Uint8Array[] = [];
  private file:
    | { readonly path: string; readonly handle: FileHandle; readonly hashers: Map<DigestName, Hasher> }
    | undefined;

  constructor(options: WriterOptions, newFile: () => Promise<string>) {
    this.options = options;
    this.newFile = newFile;
  }

  /** A promise only when the piece goes to a file: wait for it before the next piece. */
  write(chunk: Uint8Array): Promise<void> | undefined {
    this.size += chunk.length;
    if (this.file === undefined && this.size <= this.options.memoryBytes) {
      this.chunks.push(chunk);
      return undefined;
    }
    return this.writeToFile(chunk);
  }

  private async writeToFile(chunk: Uint8Array): Promise<void> {
    if (this.file === undefined) {
      const path = await this.newFile();
      const hashers = new Map(this.options.digests.map((name) => [name, createHasher(name)]));
      this.file = { path, handle: await open(path, 'wx', 0o600), hashers };
    }
    const { handle, hashers } = this.file;
    for (const bytes of [...this.chunks, chunk]) {
      for (const hasher of hashers.values()) hasher.update(bytes);
      await writeAll(handle, bytes);
    }
    this.chunks = [];
  }

  async finish(): Promise<SpooledPayload> {
    if (this.file === undefined) {
      const [only] = this.chunks;
      return inMemory(this.chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.chunks, this.size));
    }
    await this.file.handle.close();
    const payload = new FilePayload(this.file.path, this.size);
    for (const [name, hasher] of this.file.hashers) rememberDigest(payload, name, hasher.digest());
    return payload;
  }

  /** Forgets what was written. */
  async discard(): Promise<void> {
    this.chunks = [];
    if (this.file === undefined) return;
    await this.file.handle.close();
    await rm(this.file.path, { force: true });
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let at = 0;
  while (at < bytes.length) at += (await handle.write(bytes, at)).bytesWritten;
}

/** A payload in memory that can stand where a spooled one is expected. */
export function inMemory(bytes: Uint8Array): SpooledPayload {
  const payload = memoryPayload(bytes);
  return Object.assign(payload, {
    file: undefined,
    moveTo: async () => {
      throw new RangeError('a payload in memory has no file to move');
    },
    release: async () => {},
  });
}

const DEFAULT_BYTES_LIMIT = 64 * 1024 * 1024;

class FilePayload implements SpooledPayload {
  readonly memory = undefined;
  readonly size: number;
  private path: string;
  private owner: 'spool' | 'caller' | 'nobody' = 'spool';

  constructor(path: string, size: number) {
    this.path = path;
    this.size = size;
  }

  get file(): string {
    return this.path;
  }

  async bytes(limit = DEFAULT_BYTES_LIMIT): Promise<Uint8Array> {
    if (this.size > limit) throw new RangeError(`${this.size} bytes are more than the ${limit} allowed here`);
    return await readFile(this.path);
  }

  async *stream(start = 0, end = this.size): AsyncIterable<Uint8Array> {
    if (end > start) yield* createReadStream(this.path, { start, end: end - 1, highWaterMark: 256 * 1024 });
  }

  async moveTo(target: string): Promise<void> {
    if (this.owner !== 'spool') throw new RangeError('this payload has left the spool already');
    await moveFile(this.path, target);
    this.path = target;
    this.owner = 'caller';
  }

  async release(): Promise<void> {
    if (this.owner !== 'spool') return;
    this.owner = 'nobody';
    await rm(this.path, { force: true });
  }
}

async function moveFile(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // The spool may lie on another file system than the store: a rename cannot cross, a copy can.
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await copyFile(from, to);
    await rm(from, { force: true });
  }
}
