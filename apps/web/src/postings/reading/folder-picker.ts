import { FOLDER_REFUSED } from './brought-files.ts';

declare global {
  interface Window {
    /** Not in every browser, nor in TypeScript's own declarations. */
    readonly showDirectoryPicker?: () => Promise<FileSystemDirectoryHandle>;
  }
}

export const hasFolderPicker = (): boolean => window.showDirectoryPicker !== undefined;

/**
 * @returns nothing if nobody picked one
 * @throws  with a sentence, if the browser refuses
 */
export async function pickedFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await window.showDirectoryPicker?.();
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return undefined;
    throw new Error(FOLDER_REFUSED, { cause });
  }
}
