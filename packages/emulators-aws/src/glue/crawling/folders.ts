import type { FoundObject } from '../../s3/objects.ts';
import { areSimilar, type FileSchema, mergeSchemas } from './schema.ts';

/** An object with what was found in it. */
export interface CrawledFile {
  readonly object: FoundObject;
  readonly schema: FileSchema;
}

/** A table as the crawler sees it, before the catalog knows of it. */
export interface FoundTable {
  /** Of the folder or, for a path that names one object, the file. */
  readonly name: string;
  /** Prefix in the bucket, with its slash. */
  readonly prefix: string;
  readonly schema: FileSchema;
  readonly partitionKeys: readonly string[];
  readonly partitions: readonly FoundPartition[];
  readonly files: readonly CrawledFile[];
}

export interface FoundPartition {
  readonly values: readonly string[];
  readonly prefix: string;
}

/**
 * The tables among crawled files: a folder with files is one, and so is a folder whose subfolders are `key=value` or
 * hold similar schemas, which are its partitions then. Else each subfolder is looked at by itself.
 *
 * @param prefix of the include path, ending in a slash unless it is the whole bucket
 */
export function findTables(files: readonly CrawledFile[], prefix: string, bucket: string): FoundTable[] {
  const direct = files.filter(({ object }) => !object.key.slice(prefix.length).includes('/'));
  if (files.length === 0) return [];
  const folders = byFolder(files, prefix);
  const name = prefix.split('/').filter(Boolean).at(-1) ?? bucket;
  if (direct.length > 0 || isPartitioned(folders)) return [tableAt(files, prefix, name)];
  return [...folders].flatMap(([folder, inside]) => findTables(inside, `${prefix}${folder}/`, bucket));
}

function byFolder(files: readonly CrawledFile[], prefix: string): Map<string, CrawledFile[]> {
  const folders = new Map<string, CrawledFile[]>();
  for (const file of files) {
    const [folder = '', ...rest] = file.object.key.slice(prefix.length).split('/');
    if (rest.length > 0) folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return folders;
}

function isPartitioned(folders: ReadonlyMap<string, readonly CrawledFile[]>): boolean {
  const keys = new Set([...folders.keys()].map(hiveKey));
  if (keys.size === 1 && !keys.has(undefined)) return true;
  const schemas = [...folders.values()].map((files) => merged(files));
  const [first, ...others] = schemas;
  return first !== undefined && others.length > 0 && others.every((other) => areSimilar(first, other));
}

/** `year` of `year=2024`. */
const hiveKey = (folder: string): string | undefined => /^([^=]+)=/.exec(folder)?.[1]?.toLowerCase();

const merged = (files: readonly CrawledFile[]): FileSchema => files.map(({ schema }) => schema).reduce(mergeSchemas);

function tableAt(files: readonly CrawledFile[], prefix: string, name: string): FoundTable {
  const folders = new Map<string, string[]>();
  for (const { object } of files) {
    const path = object.key.slice(prefix.length).split('/').slice(0, -1);
    folders.set(path.join('/'), path);
  }
  const depths = new Set([...folders.values()].map((path) => path.length));
  const [depth = 0] = depths;
  const levels = depths.size === 1 ? depth : 0; // folders of several depths are no partitions
  const paths = [...folders.values()];
  const partitionKeys = Array.from({ length: levels }, (_, i) => hiveKey(paths[0]?.[i] ?? '') ?? `partition_${i}`);
  const partitions =
    levels === 0 ? [] : paths.map((path) => ({ values: path.map(folderValue), prefix: `${prefix}${path.join('/')}/` }));
  return { name, prefix, schema: merged(files), partitionKeys, partitions, files };
}

const folderValue = (folder: string): string =>
  hiveKey(folder) === undefined ? folder : decodeURIComponent(folder.slice(folder.indexOf('=') + 1));
