import { describe, expect, it } from 'vitest';
import { droppedFiles, FOLDER_REFUSED, folderFiles } from './brought-files.ts';

const fileEntry = (fullPath: string) => ({
  fullPath,
  isFile: true,
  isDirectory: false,
  file: (give: (file: File) => void) => give(new File(['text'], fullPath.split('/').at(-1) ?? '')),
});

/** A reader gives a few entries at a time, as those of browsers do. */
const folderEntry = (fullPath: string, inside: readonly unknown[]) => ({
  fullPath,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    const left = [...inside];
    return { readEntries: (give: (some: unknown[]) => void) => give(left.splice(0, 2)) };
  },
});

const dropped = (entry: unknown, file: File | null = null) =>
  ({ webkitGetAsEntry: () => entry, getAsFile: () => file }) as unknown as DataTransferItem; // only these two are asked

async function namesOf(files: ReturnType<typeof droppedFiles>): Promise<string[]> {
  const names: string[] = [];
  for await (const batch of files) names.push(...batch.map(({ name }) => name));
  return names;
}

it('walks through dropped folders, and leaves out what a system keeps in them', async () => {
  const inner = folderEntry('/jobs/berlin', [
    fileEntry('/jobs/berlin/a.txt'),
    fileEntry('/jobs/berlin/.DS_Store'),
    fileEntry('/jobs/berlin/b.txt'),
    fileEntry('/jobs/berlin/c.txt'),
  ]);
  const folder = folderEntry('/jobs', [inner, folderEntry('/jobs/.git', [fileEntry('/jobs/.git/HEAD')])]);

  expect(await namesOf(droppedFiles([dropped(folder), dropped(fileEntry('/one.pdf')), dropped(null)]))).toEqual([
    'jobs/berlin/a.txt',
    'jobs/berlin/b.txt',
    'jobs/berlin/c.txt',
    'one.pdf',
  ]);
});

it('takes a file that has no entry', async () => {
  expect(await namesOf(droppedFiles([dropped(null, new File(['text'], 'posting.txt'))]))).toEqual(['posting.txt']);
});

const GONE = new DOMException('gone', 'NotFoundError');

const TEXT = new File(['text'], 'text.txt');
const fileHandle = (name: string) => ({ kind: 'file', name, getFile: async () => TEXT });
const goneFile = (name: string) => ({ ...fileHandle(name), getFile: () => Promise.reject(GONE) });

async function* handlesThat(inside: Iterable<unknown>, isGone: boolean): AsyncGenerator<unknown> {
  yield* inside;
  if (isGone) throw GONE;
}

const folderHandle = (name: string, inside: Iterable<unknown>, isGone = false) =>
  ({ kind: 'directory', name, values: () => handlesThat(inside, isGone) }) as unknown as FileSystemDirectoryHandle; // only these are asked

describe('a folder that was picked', () => {
  it('is walked depth first, without what a system keeps in it', async () => {
    const berlin = folderHandle('berlin', [fileHandle('b.txt'), folderHandle('mitte', [fileHandle('c.pdf')])]);
    const git = folderHandle('.git', [fileHandle('HEAD')]);
    const mac = folderHandle('__MACOSX', [fileHandle('d.txt')]);
    const jobs = [fileHandle('a.txt'), berlin, git, mac, fileHandle('.DS_Store'), fileHandle('e.txt')];

    expect(await namesOf(folderFiles(folderHandle('jobs', jobs)))).toEqual([
      'jobs/a.txt',
      'jobs/berlin/b.txt',
      'jobs/berlin/mitte/c.pdf',
      'jobs/e.txt',
    ]);
  });

  it('is taken as far as it can be read', async () => {
    const halfRead = folderHandle('half', [fileHandle('b.txt')], true);

    expect(
      await namesOf(folderFiles(folderHandle('jobs', [fileHandle('a.txt'), goneFile('gone.txt'), halfRead]))),
    ).toEqual(['jobs/a.txt', 'jobs/half/b.txt']);
  });

  it('is refused in a sentence if it cannot be read itself', async () => {
    await expect(namesOf(folderFiles(folderHandle('jobs', [], true)))).rejects.toThrow(FOLDER_REFUSED);
  });

  it('is looked into no further than is taken of it', async () => {
    const same = fileHandle('a.txt');
    let seen = 0;
    function* endless() {
      for (;;) {
        seen += 1;
        yield same;
      }
    }

    expect(await namesOf(folderFiles(folderHandle('jobs', endless())))).toHaveLength(60_000);
    expect(seen).toBe(60_000);
  });
});
