import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** Work under the lock takes seconds; a lock older than this was left by a process that died, whatever has its number. */
const STALE_MILLISECONDS = 60_000;
const PAUSE_MILLISECONDS = 50;

const pause = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, PAUSE_MILLISECONDS);
  });

/**
 * Does `work` while no other process does work under the same file.
 *
 * @throws RangeError if somebody held it for longer than a minute
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const givesUpAt = Date.now() + STALE_MILLISECONDS;
  while (!take(file)) {
    if (Date.now() > givesUpAt) throw new RangeError(`${file} is held for too long`);
    removeStale(file);
    await pause();
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function removeStale(file: string): void {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    const pid = Number(readFileSync(file, 'utf8'));
    const isAbandoned = pid > 0 && !isAlive(pid); // an empty file is one that is just being written
    if (isAbandoned || age > STALE_MILLISECONDS) rmSync(file, { force: true });
  } catch {
    // given back in between
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // there, and somebody else's
  }
}
