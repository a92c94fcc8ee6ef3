/** A file of the terminal. */
export interface VirtualFile {
  readonly bytes: Uint8Array;
  readonly modifiedAt: Date;
}

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FILES = 5_000;
const HOME = '/home/learner';

/** The files of the terminal, in memory: paths are absolute, folders are where files are (and the one we stand in). */
export class VirtualFolder {
  readonly #files = new Map<string, VirtualFile>();
  readonly #folders = new Set<string>(['/', HOME]);
  #bytes = 0;
  #current = HOME;

  get current(): string {
    return this.#current;
  }

  /** `data/../x.json` → `/home/learner/x.json`. */
  resolve(path: string): string {
    const fromHome = path.replace(/^~(?=\/|$)/, HOME);
    const full = fromHome.startsWith('/') ? fromHome : `${this.#current}/${fromHome}`;
    const names: string[] = [];
    for (const name of full.split('/')) {
      if (name === '..') names.pop();
      else if (name !== '' && name !== '.') names.push(name);
    }
    return `/${names.join('/')}`;
  }

  find(path: string): VirtualFile | undefined {
    return this.#files.get(this.resolve(path));
  }

  read(path: string): Uint8Array | undefined {
    return this.find(path)?.bytes;
  }

  /** @returns a sentence when it cannot be written */
  write(path: string, bytes: Uint8Array, modifiedAt: Date): string | undefined {
    const full = this.resolve(path);
    if (path.endsWith('/') || this.isFolder(full)) return `[Errno 21] Is a directory: '${path}'`;
    const before = this.#files.get(full)?.bytes.length ?? 0;
    if (this.#bytes - before + bytes.length > MOST_BYTES || this.#files.size >= MOST_FILES) {
      return `[Errno 28] No space left on device: '${path}' (the terminal keeps 64 MiB in 5000 files; remove some with rm)`;
    }
    this.#bytes += bytes.length - before;
    this.#files.set(full, { bytes, modifiedAt });
    return undefined;
  }

  /** @returns whether there was such a file */
  remove(path: string): boolean {
    const full = this.resolve(path);
    this.#bytes -= this.#files.get(full)?.bytes.length ?? 0;
    return this.#files.delete(full);
  }

  isFolder(path: string): boolean {
    const full = this.resolve(path);
    if (this.#folders.has(full)) return true;
    return [...this.#files.keys()].some((one) => one.startsWith(`${full}/`));
  }

  /** Files below a folder at any depth, as paths relative to it, sorted. */
  list(path: string): readonly string[] {
    const full = this.resolve(path);
    const prefix = full === '/' ? '/' : `${full}/`;
    return [...this.#files.keys()].flatMap((one) => (one.startsWith(prefix) ? [one.slice(prefix.length)] : [])).sort();
  }

  makeFolder(path: string): void {
    this.#folders.add(this.resolve(path));
  }

  /** @returns whether there is such a folder */
  enter(path: string): boolean {
    if (!this.isFolder(path)) return false;
    this.#current = this.resolve(path);
    this.#folders.add(this.#current);
    return true;
  }
}
