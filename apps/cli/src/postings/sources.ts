import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { DocumentSource } from '@cairn/documents';
import { UsageError } from '../failure.ts';

/** More than this is somebody's home directory, not a collection of postings. */
const MOST_FILES = 100_000;

function sourceOf(path: string, name: string, size: number): DocumentSource {
  return { name, size, stream: () => createReadStream(path) };
}

/**
 * The file, or every file of the folder and of those in it, by name. Hidden ones are left out, and links are not
 * followed: one could lead in a circle, or out of the folder.
 *
 * @throws UsageError if there is nothing at `path`
 */
export async function documentSources(path: string): Promise<readonly DocumentSource[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UsageError(`There is no file or folder at ${path}; check the path.`);
  if (!found.isDirectory()) return [sourceOf(path, basename(path), found.size)];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, name: relative(path, file).split(sep).join('/') }))
    .filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (files.length === 0) throw new UsageError(`The folder ${path} holds no files; name one that holds postings.`);
  if (files.length > MOST_FILES) {
    throw new UsageError(`${path} holds ${files.length} files; name a folder with at most ${MOST_FILES}.`);
  }
  return Promise.all(files.map(async ({ file, name }) => sourceOf(file, name, (await stat(file)).size)));
}
