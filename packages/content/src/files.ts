import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Fault } from './fault.ts';
import { type KeptTexts, readKeptTexts } from './kept-texts.ts';
import { MAX_FILE_BYTES, type TextFile } from './text-file.ts';

/** A content root holds some thousands of files; far more is somebody's home directory. */
const MAX_FILES = 50_000;

/** Files read at a time: enough to keep the disk busy, far below what a process may hold open. */
const AT_A_TIME = 64;

/** Every YAML file of a content root, by path, or of one folder in it; too large ones are faults and stay unread. */
export async function readYamlFiles(root: string, folder = ''): Promise<ReadFiles> {
  return readFiles(root, folder, /\.ya?ml$/, await readKeptTexts(root));
}

/** Every Markdown file of a folder of a content root; none where there is no such folder. */
export async function readMarkdownFiles(root: string, folder: string): Promise<ReadFiles> {
  if (!existsSync(join(root, folder))) return { files: [], faults: [] };
  return readFiles(root, folder, /\.md$/, () => undefined);
}

export type ReadFiles = { readonly files: readonly TextFile[]; readonly faults: readonly Fault[] };

async function readFiles(root: string, folder: string, name: RegExp, kept: KeptTexts): Promise<ReadFiles> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (paths.length > MAX_FILES) {
    const message = `${paths.length} files are too many; name the content folder.`;
    return { files: [], faults: [{ file: '.', line: 1, message }] };
  }
  const files: TextFile[] = [];
  const faults: Fault[] = [];
  for (let next = 0; next < paths.length; next += AT_A_TIME) {
    const some = await Promise.all(paths.slice(next, next + AT_A_TIME).map((path) => readText(root, path)));
    for (const read of some) {
      if ('message' in read) faults.push(read);
      else files.push({ ...read, kept: kept(read.text) });
    }
  }
  return { files, faults };
}

async function readText(root: string, path: string): Promise<TextFile | Fault> {
  const file = relative(root, path).split(sep).join('/');
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES) return { file, line: 1, message: `${size} bytes is too large; split the file.` };
  return { file, text: await readFile(path, 'utf8') };
}
