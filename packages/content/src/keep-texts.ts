import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readYamlFiles } from './files.ts';
import { hashOf, KEPT_FILE, KEPT_FORMAT } from './kept-texts.ts';
import type { TextFile } from './text-file.ts';
import { isFaults, readYaml } from './yaml-file.ts';

/**
 * Reads every text below `root` as YAML and keeps the values in `root/.kept.json` for the loads to come.
 *
 * @returns how many were kept; texts with faults are not
 */
export async function keepTexts(root: string): Promise<number> {
  const { files } = await readYamlFiles(root);
  const values: Record<string, unknown> = {};
  for (const file of files) {
    const value = keepable(file);
    if (value !== undefined) values[hashOf(file.text)] = value;
  }
  const path = join(root, KEPT_FILE);
  const half = `${path}.${process.pid}`;
  await writeFile(half, JSON.stringify({ format: KEPT_FORMAT, values }));
  await rename(half, path);
  return Object.keys(values).length;
}

/** The value of a text, if JSON can hold it: YAML also knows numbers such as `.inf`. */
function keepable(file: TextFile): unknown {
  const yaml = readYaml(file);
  if (isFaults(yaml)) return undefined;
  const kept: unknown = JSON.parse(JSON.stringify(yaml.value) ?? 'null');
  return isDeepStrictEqual(kept, yaml.value) ? kept : undefined;
}
