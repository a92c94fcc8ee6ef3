import type { Shell } from '@cairn/aws-command';
import { type Entry, ended } from './entries.ts';
import { fromBase64, toBase64 } from './relay-handler.ts';

/** What a reload must not lose: the browser keeps it, for the latest run only. */
type Kept = {
  readonly run: string;
  readonly history: readonly string[];
  readonly environment: readonly (readonly [string, string])[];
  readonly files: readonly (readonly [string, string])[];
  readonly entries: readonly Entry[];
};

const KEY = 'cairn.command-line';
const MOST_HISTORY = 200;
const MOST_ENTRIES = 30;
/** Browsers keep some 5 MB for a page: larger files stay until the page is closed. */
const MOST_FILE_BYTES = 1_000_000;
const INTERRUPTED = 130;

export function keep(run: string, shell: Shell, entries: readonly Entry[], store: Storage = localStorage): void {
  const kept: Kept = {
    run,
    history: shell.history.slice(-MOST_HISTORY),
    environment: [...shell.environment],
    files: filesOf(shell),
    entries: entries.slice(-MOST_ENTRIES),
  };
  try {
    store.setItem(KEY, JSON.stringify(kept));
  } catch {
    // full, or switched off: the terminal works without, and a reload begins with an empty one
  }
}

function filesOf({ files }: Shell): [string, string][] {
  let room = MOST_FILE_BYTES;
  return files.list('/').flatMap((name): [string, string][] => {
    const bytes = files.read(`/${name}`) ?? new Uint8Array();
    room -= bytes.length;
    return room < 0 ? [] : [[`/${name}`, toBase64(bytes)]];
  });
}

/** Fills a new shell with what was kept of this run. @returns the commands that were shown */
export function recall(run: string, shell: Shell, at: Date, store: Storage = localStorage): readonly Entry[] {
  const kept = read(store);
  if (kept?.run !== run) return [];
  shell.history.push(...kept.history);
  for (const [name, value] of kept.environment) shell.environment.set(name, value);
  for (const [path, base64] of kept.files) shell.files.write(path, fromBase64(base64), at);
  // what ran when the page was closed runs no more
  return kept.entries.reduce(
    (all, { number, exitCode }) => (exitCode === undefined ? ended(all, number, INTERRUPTED) : all),
    kept.entries,
  );
}

function read(store: Storage): Kept | undefined {
  try {
    return JSON.parse(store.getItem(KEY) ?? 'null') ?? undefined; // only `keep` writes there
  } catch {
    return undefined; // not ours, or storage is switched off
  }
}
