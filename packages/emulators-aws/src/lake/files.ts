import { basename, extname, join } from 'node:path';
import { type FoundObject, listObjectsUnder, parseS3Uri, readObject } from '../s3/objects.ts';
import { asFault, type Reader } from './catalog.ts';
import { QueryFault } from './query-fault.ts';
import { writePayload } from './scratch.ts';

/** An object of a table, brought to the machine. */
export interface LakeFile {
  readonly path: string;
  readonly size: number;
}

/** Most bytes that one query may bring from S3. */
const LARGEST_FETCH_BYTES = 2 * 1024 ** 3;

/** Objects under a table's location; hidden ones (`_SUCCESS`, `.part`) and folder markers are none. */
export async function listTableObjects({ call, principal }: Reader, location: string): Promise<FoundObject[]> {
  const at = parseS3Uri(location.replace(/^s3[an]:/, 's3:'));
  if (!at) throw new QueryFault('HIVE_INVALID_METADATA', `The table's location "${location}" is no address of S3.`);
  const prefix = at.key === '' || at.key.endsWith('/') ? at.key : `${at.key}/`;
  const found: FoundObject[] = [];
  try {
    for await (const object of listObjectsUnder(call, principal, { ...at, key: prefix })) {
      if (isData(object, prefix)) found.push(object);
    }
  } catch (error) {
    asFault(error);
  }
  return found;
}

const isData = ({ key, size }: FoundObject, prefix: string): boolean =>
  size > 0 &&
  !key
    .slice(prefix.length)
    .split('/')
    .some((part) => part === '' || /^[_.]/.test(part));

export const bytesOf = (objects: readonly { readonly size: number }[]): number =>
  objects.reduce((sum, { size }) => sum + size, 0);

/** Brings objects into `directory`, under names of their own that keep the ending, which tells the compression. */
export async function fetchObjects(
  { call, principal }: Reader,
  objects: readonly FoundObject[],
  directory: string,
): Promise<LakeFile[]> {
  if (bytesOf(objects) > LARGEST_FETCH_BYTES) {
    const gigabytes = LARGEST_FETCH_BYTES / 1024 ** 3;
    throw new QueryFault(
      'EXCEEDED_DATA_LIMIT',
      `This sandbox reads ${gigabytes} GiB a query at most: select fewer partitions.`,
    );
  }
  const files: LakeFile[] = [];
  for (const [i, object] of objects.entries()) {
    const payload = await readObject(call, principal, object).catch(asFault);
    const path = join(directory, `${i}${endingOf(object.key)}`);
    await writePayload(path, payload);
    files.push({ path, size: object.size });
  }
  return files;
}

const endingOf = (key: string): string => extname(basename(key)).replaceAll(/[^A-Za-z0-9.]/g, '');
