import { spawn } from 'node:child_process';
import { type Binaries, programOf } from './binaries.ts';
import type { Places } from './places.ts';
import { isAlive, runsProgram, waitUntil } from './processes.ts';

export type Watchdog = { readonly pid: number | undefined; readonly dismiss: () => void };

/** Blocks on its input. A line means all is well; the end of input means that the parent died. */
const SHELL = 'if read -r line; then exit 0; fi; exec "$1" stop -D "$2" -m fast -W';
const NODE = `
  process.stdin.once('data', () => process.exit(0));
  process.stdin.once('end', () => require('node:child_process')
    .spawnSync(process.argv[1], ['stop', '-D', process.argv[2], '-m', 'fast', '-W']));`;

/**
 * A child that stops the server when this process dies, even by SIGKILL: the kernel then closes the pipe between
 * them. It has a session of its own, so a signal to our process group does not take it along.
 */
export function startWatchdog(binaries: Binaries, { cluster, account }: Places): Watchdog {
  const program = programOf(binaries, 'pg_ctl');
  const [command, script] =
    process.platform === 'win32' ? [process.execPath, ['-e', NODE]] : ['/bin/sh', ['-c', SHELL, 'cairn-watchdog']];
  const child = spawn(command, [...script, program, cluster], {
    ...account,
    cwd: '/',
    env: binaries.env,
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  child.on('error', () => {}); // without a watchdog the next start still takes the server over
  child.stdin.on('error', () => {}); // it may have been killed
  return { pid: child.pid, dismiss: () => child.stdin.end('done\n') };
}

/** Waits for the watchdog of a dead process to finish: it may be about to stop the server. */
export async function awaitFormerWatchdog(pid: number | undefined): Promise<void> {
  if (pid === undefined || !isAlive(pid)) return;
  await waitUntil(() => !runsProgram(pid, 'cairn-watchdog') && !runsProgram(pid, 'pg_ctl'), 10_000);
}
