import { afterEach, describe, expect, it, vi } from 'vitest';
import { FOLDER_REFUSED } from './brought-files.ts';
import { hasFolderPicker, pickedFolder } from './folder-picker.ts';

const pickerThat = (showDirectoryPicker: () => Promise<unknown>) => vi.stubGlobal('window', { showDirectoryPicker });

afterEach(() => vi.unstubAllGlobals());

describe('a picker of folders', () => {
  it('gives the folder that was picked', async () => {
    const folder = { name: 'jobs' };
    pickerThat(async () => folder);

    expect(hasFolderPicker()).toBe(true);
    expect(await pickedFolder()).toBe(folder);
  });

  it('gives nothing when it was cancelled', async () => {
    pickerThat(() => Promise.reject(new DOMException('The user aborted a request.', 'AbortError')));

    expect(await pickedFolder()).toBeUndefined();
  });

  it('says in a sentence that the browser refused', async () => {
    pickerThat(() => Promise.reject(new DOMException('Not allowed.', 'SecurityError')));

    await expect(pickedFolder()).rejects.toThrow(FOLDER_REFUSED);
  });

  it('is not in every browser', () => {
    vi.stubGlobal('window', {});

    expect(hasFolderPicker()).toBe(false);
  });
});
