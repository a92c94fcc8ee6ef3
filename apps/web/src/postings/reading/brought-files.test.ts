import { expect, it } from 'vitest';
import { droppedFiles } from './brought-files.ts';

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

async function namesIn(items: readonly DataTransferItem[]): Promise<string[]> {
  const names: string[] = [];
  for await (const batch of droppedFiles(items)) names.push(...batch.map(({ name }) => name));
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

  expect(await namesIn([dropped(folder), dropped(fileEntry('/one.pdf')), dropped(null)])).toEqual([
    'jobs/berlin/a.txt',
    'jobs/berlin/b.txt',
    'jobs/berlin/c.txt',
    'one.pdf',
  ]);
});

it('takes a file that has no entry', async () => {
  expect(await namesIn([dropped(null, new File(['text'], 'posting.txt'))])).toEqual(['posting.txt']);
});
