import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SEED = /^[\w-]{32,}$/;

/**
 * The secret that all keys of a data directory are made from: the same after a restart, so that tools keep working,
 * and another in each directory, so that nobody works out keys from the names of accounts.
 */
export function keptSeed(directory: string): string {
  const file = join(directory, 'seed');
  return findSeed(file) ?? makeSeed(file);
}

function findSeed(file: string): string | undefined {
  try {
    const seed = readFileSync(file, 'utf8').trim();
    return SEED.test(seed) ? seed : undefined;
  } catch {
    return undefined; // not made yet
  }
}

/** Put in place whole: of two that start at once, the first one's is taken by both. */
function makeSeed(file: string): string {
  const draft = `${file}.${process.pid}`;
  const seed = randomBytes(24).toString('base64url');
  try {
    writeFileSync(draft, `${seed}\n`, { mode: 0o600 });
    linkSync(draft, file);
    return seed;
  } catch {
    const other = findSeed(file); // somebody was faster, or the file system has no links
    if (other !== undefined) return other;
    writeFileSync(file, `${seed}\n`, { mode: 0o600 });
    return seed;
  } finally {
    rmSync(draft, { force: true });
  }
}
