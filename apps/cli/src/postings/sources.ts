import { createReadStream, type Dirent, readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { DocumentSource } from '@cairn/documents';
import { UsageError } from '../failure.ts';

/** More than this is somebody's home directory, not a collection of postings. */
const MOST_FILES = 100_000;

/** In bytes. A smaller file is read at once: with a stream each, 10,000 postings took almost twice as long. */
const WHOLE = 256 * 1024;

function sourceOf(path: string, name: string, size: number): DocumentSource {
  return { name, size, stream: () => (size <= WHOLE ? whole(path) : createReadStream(path)) };
}

async function* whole(path: string): AsyncGenerator<Uint8Array> {
  yield readFileSync(path); // nothing else waits meanwhile
}

/**
 * The file, or every file of the folder and of those in it, by name. Hidden ones are left out, and links are not
 * followed: one could lead in a circle, or out of the folder. What cannot be looked at is a source that cannot be read,
 * so that it gets its sentence beside the others.
 *
 * @throws UsageError if there is nothing at `path`
 */
export async function documentSources(path: string): Promise<readonly DocumentSource[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UsageError(`There is no file or folder at ${path}; check the path.`);
  if (!found.isDirectory()) return [sourceOf(path, basename(path), found.size)];
  const files: string[] = [];
  for await (const file of filesBelow(path)) {
    files.push(file);
    if (files.length > MOST_FILES) {
      throw new UsageError(`${path} holds more than ${MOST_FILES} files; name a folder with fewer.`);
    }
  }
  if (files.length === 0) throw new UsageError(`The folder ${path} holds no files; name one that holds postings.`);
  const named = files
    .map((file) => ({ file, name: relative(path, file).split(sep).join('/') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(named.map(async ({ file, name }) => sourceOf(file, name, await sizeOf(file))));
}

/** Every file below, and every folder that cannot be opened. @throws UsageError if that is `top` itself */
async function* filesBelow(top: string): AsyncGenerator<string> {
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await entriesOf(folder);
    if (entries) {
      folders.push(...pathsOf(folder, entries, (entry) => entry.isDirectory()));
      yield* pathsOf(folder, entries, (entry) => entry.isFile());
    } else if (folder === top) {
      throw new UsageError(`The folder ${top} cannot be opened; check its permissions.`);
    } else {
      yield folder;
    }
  }
}

const entriesOf = (folder: string): Promise<readonly Dirent[] | undefined> =>
  readdir(folder, { withFileTypes: true }).catch(() => undefined);

function* pathsOf(folder: string, entries: readonly Dirent[], isMeant: (entry: Dirent) => boolean): Generator<string> {
  for (const entry of entries) if (!entry.name.startsWith('.') && isMeant(entry)) yield join(folder, entry.name);
}

/** A file that went away meanwhile has the size 1: reading it says so. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 1,
  );
