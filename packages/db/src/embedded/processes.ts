import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { codeOf } from '../refusal.ts';
import type { Account } from './account.ts';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM'; // alive, but somebody else's
  }
}

/** Kernel start tick and boot of a Linux process; undefined if it is gone or a zombie, which holds nothing. */
function linuxIdentity(pid: number): string | undefined {
  try {
    // The name in parentheses may hold spaces and parentheses; fields are counted from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    if (fields[0] === 'Z') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return undefined; // no such process
  }
}

/** Tells a process from a later one that was given the same pid. Undefined when there is none. */
export function identityOf(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxIdentity(pid);
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'win32') return 'alive'; // nothing cheap tells more
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim() || undefined;
}

/** Whether `pid` runs a program whose command line contains `word`. */
export function runsProgram(pid: number, word: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word);
    } catch {
      return false; // gone
    }
  }
  if (process.platform === 'win32') {
    const filter = ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'];
    return spawnSync('tasklist', filter, { encoding: 'utf8' }).stdout.includes(word);
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(word);
}

/** Whether `account` can pass every directory down to `path`. Asked of the kernel: ACLs and mounts count too. */
export function canEnter(path: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', path], { ...account, cwd: '/' }).status === 0;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Asks until `done` or until time is up; says which. */
export async function waitUntil(done: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!done()) {
    if (performance.now() > end) return false;
    await pause(10);
  }
  return true;
}
