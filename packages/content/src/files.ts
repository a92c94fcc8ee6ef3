import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Fault } from './fault.ts';
import { MAX_FILE_BYTES } from './yaml-file.ts';

export type TextFile = { readonly file: string; readonly text: string };

/** A content root holds some thousands of files; far more is somebody's home directory. */
const MAX_FILES = 50_000;

/** Every YAML file below `root`, by path; too large ones are faults and stay unread. */
export async function readYamlFiles(root: string): Promise<{ files: TextFile[]; faults: Fault[] }> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
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
  for (const path of paths) {
    const file = relative(root, path).split(sep).join('/');
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) faults.push({ file, line: 1, message: `${size} bytes is too large; split the file.` });
    else files.push({ file, text: await readFile(path, 'utf8') });
  }
  return { files, faults };
}
