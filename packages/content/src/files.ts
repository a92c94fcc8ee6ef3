import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Fault } from './fault.ts';
import { readKeptTexts } from './kept-texts.ts';
import { MAX_FILE_BYTES } from './yaml-file.ts';

export type TextFile = {
  readonly file: string;
  readonly text: string;
  /** What the text means as YAML, if that is kept from an earlier reading. */
  readonly kept?: unknown;
};

/** A content root holds some thousands of files; far more is somebody's home directory. */
const MAX_FILES = 50_000;

/** Files read at a time: enough to keep the disk busy, far below what a process may hold open. */
const AT_A_TIME = 64;

/** Every YAML file of a content root, by path, or of one folder in it; too large ones are faults and stay unread. */
export async function readYamlFiles(root: string, folder = ''): Promise<{ files: TextFile[]; faults: Fault[] }> {
  const kept = await readKeptTexts(root);
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (paths.length > MAX_FILES) {
    return {
      files: [],
      faults: [{ file: '.', line: 1, message: `${paths.length} YAML files are too many; name the content folder.` }],
    };
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
