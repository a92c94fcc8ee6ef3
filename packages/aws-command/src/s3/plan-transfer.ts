import { plainFailure } from '../command/failure.ts';
import type { Session } from '../run/session.ts';
import { dateOf, type S3Calls, S3Refusal } from './calls.ts';
import { passes } from './filters.ts';
import type { FileOptions } from './options.ts';
import { baseName, type Place } from './place.ts';

/** One file to move: where from, where to, and what is known of it. */
export interface Item {
  readonly from: Place;
  /** Undefined for a removal. */
  readonly to: Place | undefined;
  readonly size: number;
  readonly modifiedAt: Date;
}

/** A file below a folder or prefix. */
export interface Entry {
  /** Below the root, with slashes. */
  readonly path: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

/** A folder or prefix: its place ends with a slash, or is a bucket's root. */
export function folderOf(place: Place): Place {
  if (place.kind === 's3') {
    return { ...place, key: place.key === '' || place.key.endsWith('/') ? place.key : `${place.key}/` };
  }
  return place;
}

export function below(folder: Place, path: string): Place {
  if (folder.kind === 's3') return { ...folder, key: folder.key + path };
  return { kind: 'local', path: `${folder.path === '/' ? '' : folder.path}/${path}` };
}

/** All files of a folder that pass the filters, sorted. */
export async function entriesOf(
  folder: Place,
  filters: FileOptions['filters'],
  s3: S3Calls,
  { files }: Session,
): Promise<Entry[]> {
  const all = folder.kind === 's3' ? await objectsBelow(folder, s3) : filesBelow(folder.path, files);
  return all.filter(({ path }) => passes(path, filters)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function objectsBelow({ bucket, key }: Extract<Place, { kind: 's3' }>, s3: S3Calls): Promise<Entry[]> {
  const objects = await s3.listAll(bucket, key);
  return objects.map((object) => ({ ...object, path: object.key.slice(key.length) }));
}

function filesBelow(path: string, files: Session['files']): Entry[] {
  return files.list(path).flatMap((name): Entry[] => {
    const file = files.find(`${path}/${name}`);
    return file ? [{ path: name, size: file.bytes.length, modifiedAt: file.modifiedAt }] : [];
  });
}

/** Items of a whole folder. Keys that end with a slash are folders of the console: no files to download. */
export async function folderItems(
  from: Place,
  to: Place | undefined,
  { filters }: FileOptions,
  s3: S3Calls,
  session: Session,
): Promise<Item[]> {
  const source = folderOf(from);
  const target = to && folderOf(to);
  const entries = await entriesOf(source, filters, s3, session);
  return entries
    .filter(({ path }) => path !== '' && (target?.kind !== 'local' || !path.endsWith('/')))
    .map(({ path, size, modifiedAt }) => ({
      from: below(source, path),
      to: target && below(target, path),
      size,
      modifiedAt,
    }));
}

/** The item of a single file. @throws CommandFailure when there is no such file; S3Refusal for an object */
export async function singleItem(
  from: Place,
  to: Place | undefined,
  options: FileOptions,
  s3: S3Calls,
  session: Session,
): Promise<Item[]> {
  const name = baseName(from.kind === 's3' ? from.key : from.path);
  if (!passes(name, options.filters)) return [];
  const [, wanted = ''] = options.paths;
  const target = to && into(to, wanted, name, session);
  if (to === undefined) return [{ from, to: undefined, size: 0, modifiedAt: new Date(0) }];
  if (from.kind === 'local') {
    const file = session.files.find(from.path);
    if (file === undefined) {
      throw plainFailure(`${options.paths[0]} is a folder: --recursive takes all files of it.`);
    }
    return [{ from, to: target, size: file.bytes.length, modifiedAt: file.modifiedAt }];
  }
  const head = await headOf(from, s3);
  return [{ from, to: target, size: Number(head.ContentLength ?? 0), modifiedAt: dateOf(head.LastModified) }];
}

async function headOf({ bucket, key }: Extract<Place, { kind: 's3' }>, s3: S3Calls) {
  try {
    return await s3.call('HeadObject', { Bucket: bucket, Key: key });
  } catch (error) {
    if (!(error instanceof S3Refusal) || error.code !== '404') throw error;
    const message = `An error occurred (404) when calling the HeadObject operation: Key "${key}" does not exist`;
    throw new S3Refusal(message, error.code);
  }
}

/** A target that is a folder takes the file under its own name. */
function into(target: Place, wanted: string, name: string, { files }: Session): Place {
  if (target.kind === 's3') {
    return target.key === '' || target.key.endsWith('/') ? { ...target, key: target.key + name } : target;
  }
  const isFolder = wanted.endsWith('/') || wanted === '.' || wanted === '..' || files.isFolder(target.path);
  return isFolder ? below(target, name) : target;
}
