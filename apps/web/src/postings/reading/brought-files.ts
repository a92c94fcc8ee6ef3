import type { BroughtFile } from './messages.ts';

/** Files of a system, not of a person: a folder on a Mac or in a repository is full of them. */
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/;
const MOST_FILES = 60_000;
const BATCH = 20;

export const FOLDER_REFUSED =
  'The browser does not let this page read the folder. Choose its files instead, or drop the folder here.';

const named = (file: File, path: string): BroughtFile => ({ name: path === '' ? file.name : path, file });

export async function* pastedText(name: string, text: string): AsyncGenerator<readonly BroughtFile[]> {
  yield [{ name, file: new Blob([text], { type: 'text/plain' }) }];
}

/** Files that were chosen one by one or as a folder: then with their path in it. */
export async function* chosenFiles(files: FileList): AsyncGenerator<readonly BroughtFile[]> {
  for (let from = 0; from < Math.min(files.length, MOST_FILES); from += BATCH) {
    const batch: BroughtFile[] = [];
    for (let at = from; at < Math.min(from + BATCH, files.length, MOST_FILES); at += 1) {
      const file = files.item(at);
      if (file && !HIDDEN.test(file.webkitRelativePath)) batch.push(named(file, file.webkitRelativePath));
    }
    yield batch;
  }
}

/**
 * Files and folders as they were dropped, folders walked through. What has no entry (text that was dragged, a picture
 * of a page) is taken as a file if it is one.
 *
 * @param items are only there while the event is: what they hold is taken before anything is awaited
 */
export function droppedFiles(items: Iterable<DataTransferItem>): AsyncGenerator<readonly BroughtFile[]> {
  const dropped = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return taken(
    filesIn(dropped.flatMap(({ entry }) => entry ?? [])),
    dropped.flatMap(({ entry, file }) => (entry === null && file ? [file] : [])),
  );
}

/**
 * The files of a folder that was picked: one is asked for after the other, so that no number of them blocks the page.
 *
 * @throws if the folder itself cannot be read; one inside it that cannot is left out, as when it is dropped
 */
export async function* folderFiles(folder: FileSystemDirectoryHandle): AsyncGenerator<readonly BroughtFile[]> {
  try {
    yield* taken(filesBelow(folder, folder.name));
  } catch (cause) {
    throw new Error(FOLDER_REFUSED, { cause });
  }
}

type FoundFile = { readonly path: string; readonly open: () => Promise<File | undefined> };

async function* taken(
  found: AsyncIterable<FoundFile>,
  files: readonly File[] = [],
): AsyncGenerator<readonly BroughtFile[]> {
  let batch = files.map((file) => named(file, ''));
  let count = 0;
  for await (const { path, open } of found) {
    const file = await open();
    if (file) batch.push(named(file, path));
    count += 1;
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
    if (count >= MOST_FILES) break;
  }
  yield batch;
}

async function* filesBelow(folder: FileSystemDirectoryHandle, path: string): AsyncGenerator<FoundFile> {
  for await (const handle of folder.values()) {
    const inner = `${path}/${handle.name}`;
    if (HIDDEN.test(inner)) continue;
    if (handle.kind === 'file') yield { path: inner, open: () => handle.getFile().catch(() => undefined) };
    else yield* untilItFails(filesBelow(handle, inner));
  }
}

async function* untilItFails(found: AsyncIterable<FoundFile>): AsyncGenerator<FoundFile> {
  try {
    yield* found;
  } catch {
    // What was found until then is taken.
  }
}

/** Depth first, so that the files of a folder follow each other. */
async function* filesIn(
  entries: Iterable<FileSystemEntry> | AsyncIterable<FileSystemEntry>,
): AsyncGenerator<FoundFile> {
  for await (const entry of entries) {
    if (HIDDEN.test(entry.fullPath)) continue;
    if (isDirectory(entry)) yield* filesIn(entriesIn(entry));
    else if (isFile(entry)) yield foundAs(entry);
  }
}

const foundAs = (entry: FileSystemFileEntry): FoundFile => ({
  path: entry.fullPath.replace(/^\//, ''),
  open: () => fileOf(entry),
});

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A file that went away since it was dropped is left out. */
const fileOf = (entry: FileSystemFileEntry): Promise<File | undefined> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));

/** A reader gives a hundred at a time, and none when it is done. */
async function* entriesIn(directory: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = directory.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return;
    yield* some;
  }
}
