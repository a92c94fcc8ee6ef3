import type { BroughtFile } from './messages.ts';

/** Files of a system, not of a person: a folder on a Mac or in a repository is full of them. */
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/;
const MOST_FILES = 60_000;
const BATCH = 20;

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
  return walked(
    dropped.flatMap(({ entry }) => entry ?? []),
    dropped.flatMap(({ entry, file }) => (entry === null && file ? [file] : [])),
  );
}

async function* walked(
  start: readonly FileSystemEntry[],
  files: readonly File[],
): AsyncGenerator<readonly BroughtFile[]> {
  let batch = files.map((file) => named(file, ''));
  let found = 0;
  for await (const entry of filesIn(start)) {
    const file = await fileOf(entry);
    if (file) batch.push(named(file, entry.fullPath.replace(/^\//, '')));
    found += 1;
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
    if (found >= MOST_FILES) break;
  }
  yield batch;
}

/** Depth first, so that the files of a folder follow each other. */
async function* filesIn(start: readonly FileSystemEntry[]): AsyncGenerator<FileSystemFileEntry> {
  const open = [...start];
  for (let entry = open.shift(); entry; entry = open.shift()) {
    if (HIDDEN.test(entry.fullPath)) continue;
    if (isDirectory(entry)) open.unshift(...(await entriesIn(entry)));
    else if (isFile(entry)) yield entry;
  }
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A file that went away since it was dropped is left out. */
const fileOf = (entry: FileSystemFileEntry): Promise<File | undefined> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));

/** A reader gives a hundred at a time, and none when it is done. */
async function entriesIn(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
