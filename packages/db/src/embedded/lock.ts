import { constants, copyFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, DatabaseRefusal, messageOf } from '../refusal.ts';
import { identityOf } from './processes.ts';

/** Who uses a data directory. `watchdog` is the process that stops its server when it dies. */
const Holder = z.object({ pid: z.number().int(), identity: z.string(), watchdog: z.number().int().optional() });
type Holder = z.infer<typeof Holder>;

export type DataLock = {
  /** The watchdog of a holder that died without stopping its server, if there was one. */
  readonly formerWatchdog: number | undefined;
  readonly noteWatchdog: (pid: number) => void;
  readonly release: () => void;
};

const FILE = 'cairn.lock';

function findHolder(path: string): Holder | undefined {
  try {
    const parsed = Holder.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // gone, or torn by a power cut
  }
}

function isHeld(holder: Holder | undefined): boolean {
  return holder !== undefined && identityOf(holder.pid) === holder.identity;
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL); // a file system without hard links
  }
}

/** Puts a complete file in place or fails with EEXIST: nobody ever reads half of it. */
function createExclusively(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, text);
    linkOrCopy(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a dead holder's lock away. If a faster start has just taken it, that one is put back. */
function removeStale(path: string, stale: Holder | undefined): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // somebody else removed it
  }
  const moved = findHolder(aside);
  if (moved && JSON.stringify(moved) !== JSON.stringify(stale) && isHeld(moved)) renameSync(aside, path);
  else rmSync(aside, { force: true });
}

function refusal(dataDir: string, error: unknown): DatabaseRefusal {
  if (codeOf(error) === 'ENOSPC') {
    return new DatabaseRefusal('disk-full', `The disk of ${dataDir} is full; free some space and start again.`);
  }
  return new DatabaseRefusal(
    'data-directory-not-writable',
    `Cairn cannot write in ${dataDir} (${messageOf(error)}); correct its permissions or choose another with --data.`,
    { cause: error },
  );
}

/** The process that uses `dataDir` now, if any. */
export function findHolderPid(dataDir: string): number | undefined {
  const holder = findHolder(join(dataDir, FILE));
  return isHeld(holder) ? holder?.pid : undefined;
}

/** @throws DatabaseRefusal if another live process holds the directory or it cannot be written */
export function lockDataDirectory(dataDir: string): DataLock {
  const path = join(dataDir, FILE);
  const self: Holder = { pid: process.pid, identity: identityOf(process.pid) ?? 'alive' };
  let formerWatchdog: number | undefined;
  for (;;) {
    try {
      createExclusively(path, JSON.stringify(self));
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw refusal(dataDir, error);
    }
    const holder = findHolder(path);
    if (isHeld(holder)) {
      throw new DatabaseRefusal(
        'data-directory-in-use',
        `Cairn already runs on ${dataDir} (process ${holder?.pid}); use that one, stop it, or choose another directory with --data.`,
      );
    }
    formerWatchdog = holder?.watchdog;
    removeStale(path, holder);
  }
  return {
    formerWatchdog,
    noteWatchdog(watchdog) {
      try {
        writeFileSync(`${path}.next`, JSON.stringify({ ...self, watchdog }));
        renameSync(`${path}.next`, path);
      } catch (error) {
        throw refusal(dataDir, error);
      }
    },
    release: () => rmSync(path, { force: true }),
  };
}
