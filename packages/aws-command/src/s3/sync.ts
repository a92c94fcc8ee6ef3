import type { Session } from '../run/session.ts';
import type { S3Calls } from './calls.ts';
import type { FileOptions } from './options.ts';
import type { Place } from './place.ts';
import { below, type Entry, entriesOf, folderOf, type Item } from './plan-transfer.ts';

/** What `sync` has to copy (new, of another size, or newer) and, with `--delete`, to remove. */
export async function syncItems(
  from: Place,
  to: Place,
  options: FileOptions,
  s3: S3Calls,
  session: Session,
): Promise<Item[]> {
  const [source, target] = [folderOf(from), folderOf(to)];
  const wanted = await entriesOf(source, options.filters, s3, session);
  const present = new Map((await entriesOf(target, options.filters, s3, session)).map((entry) => [entry.path, entry]));
  const isDownload = target.kind === 'local';
  const copies = wanted
    .filter((entry) => entry.path !== '' && !(isDownload && entry.path.endsWith('/')))
    .filter((entry) => needsCopy(entry, present.get(entry.path), options, isDownload))
    .map(
      ({ path, size, modifiedAt }): Item => ({
        from: below(source, path),
        to: below(target, path),
        size,
        modifiedAt,
      }),
    );
  if (!options.flags.has('--delete')) return copies;
  const kept = new Set(wanted.map(({ path }) => path));
  const removals = [...present.values()]
    .filter(({ path }) => !kept.has(path))
    .map(({ path, size, modifiedAt }): Item => ({ from: below(target, path), to: undefined, size, modifiedAt }));
  return [...copies, ...removals];
}

const SECOND = 1000;

function needsCopy(entry: Entry, present: Entry | undefined, { flags }: FileOptions, isDownload: boolean): boolean {
  if (present === undefined || present.size !== entry.size) return true;
  if (flags.has('--size-only')) return false;
  const aheadSeconds = Math.trunc((present.modifiedAt.getTime() - entry.modifiedAt.getTime()) / SECOND);
  if (!isDownload) return aheadSeconds < 0;
  return flags.has('--exact-timestamps') ? aheadSeconds !== 0 : aheadSeconds > 0;
}
