import { badValue } from './failure.ts';

/** What a command may read: the virtual folder of the shell. */
export interface FileReader {
  /** @returns undefined where there is no such file */
  read(path: string): Uint8Array | undefined;
}

/** What a value of an option becomes before its shape is looked at: `file://` a text, `fileb://` bytes. */
export function loadAddress(option: string, value: string, files: FileReader): string | Uint8Array {
  const scheme = /^fileb?:\/\//.exec(value)?.[0];
  if (scheme === undefined) return value;
  const path = value.slice(scheme.length);
  const content = files.read(path);
  if (content === undefined) {
    throw badValue(option, `Unable to load paramfile ${value}: [Errno 2] No such file or directory: '${path}'`);
  }
  return scheme === 'fileb://' ? content : textOf(option, path, content);
}

function textOf(option: string, path: string, content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw badValue(
      option,
      `Unable to load paramfile (${path}), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix.`,
    );
  }
}
