import type { VirtualFolder } from './folder.ts';
import type { Streams } from './pieces.ts';
import type { Redirect, Word } from './script.ts';

interface Target {
  readonly path: string;
  readonly isAppended: boolean;
  readonly texts: string[];
}

/** Where the two streams of one command go, and the files to write when it has ended. */
export interface Redirected {
  readonly streams: Streams;
  /** @returns a sentence when a file cannot be written */
  writeTo(files: VirtualFolder, at: Date): string | undefined;
}

export async function redirected(
  redirects: readonly Redirect[],
  streams: Streams,
  nameOf: (word: Word) => Promise<string>,
): Promise<Redirected> {
  const targets: Target[] = [];
  let { out, err } = streams;
  for (const { from, mode, to } of redirects) {
    const sink =
      to === 'stdout' ? out : to === 'stderr' ? err : openTarget(await nameOf(to), mode === 'append', targets);
    if (from !== 'stderr') out = sink;
    if (from !== 'stdout') err = sink;
  }
  return { streams: { out, err }, writeTo: (files, at) => writeAll(targets, files, at) };
}

function openTarget(path: string, isAppended: boolean, targets: Target[]): (text: string) => void {
  const target: Target = { path, isAppended, texts: [] };
  if (path !== '/dev/null') targets.push(target);
  return (text) => {
    target.texts.push(text);
  };
}

function writeAll(targets: readonly Target[], files: VirtualFolder, at: Date): string | undefined {
  for (const { path, isAppended, texts } of targets) {
    const before = isAppended ? new TextDecoder().decode(files.read(path)) : '';
    const fault = files.write(path, new TextEncoder().encode(before + texts.join('')), at);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
