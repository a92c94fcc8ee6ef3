import type { VirtualFolder } from '../shell/folder.ts';

/** Where an object or a file is. */
export type Place =
  | { readonly kind: 's3'; readonly bucket: string; readonly key: string }
  /** `path` is absolute. */
  | { readonly kind: 'local'; readonly path: string };

const SCHEME = 's3://';

export function isAddress(path: string): boolean {
  return path.startsWith(SCHEME);
}

export function splitAddress(path: string): { readonly bucket: string; readonly key: string } {
  const rest = isAddress(path) ? path.slice(SCHEME.length) : path;
  const at = rest.indexOf('/');
  return at < 0 ? { bucket: rest, key: '' } : { bucket: rest.slice(0, at), key: rest.slice(at + 1) };
}

/** As the AWS CLI names it in its lines: `s3://…`, `./file`, `folder/file`, `../file`. */
export function shown(place: Place, { current }: VirtualFolder): string {
  if (place.kind === 's3') return `${SCHEME}${place.bucket}/${place.key}`;
  const from = current.split('/').filter(Boolean);
  const names = place.path.split('/').filter(Boolean);
  const name = names.pop() ?? '';
  let shared = 0;
  while (shared < from.length && shared < names.length && from[shared] === names[shared]) shared += 1;
  const steps = [...from.slice(shared).map(() => '..'), ...names.slice(shared)];
  return [...(steps.length === 0 ? ['.'] : steps), name].join('/');
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
