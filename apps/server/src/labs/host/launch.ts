import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '@cairn/contract';

export type LaunchOptions = {
  readonly directory: string;
  /** Whether the sandbox ends with this process, or goes on until nobody asks it anything for long enough. */
  readonly lifetime: 'with-parent' | 'until-idle';
  readonly idleSeconds: number;
};

const START_MILLISECONDS = 30_000;
const MOST_LOG_BYTES = 1_000_000;

/** What the sandbox needs of our environment: no address of a database, and no keys of a real cloud. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'SystemRoot', 'NODE_EXTRA_CA_CERTS'].concat(
  ['URL', 'KIND', 'MODEL', 'KEY'].map((name) => `CAIRN_MODEL_UPSTREAM_${name}`), // the user's own model, if they set one
);

/** Starts the sandbox in a process of its own. @throws Problem (lab-host-down) if it does not come up */
export async function launchHost({ directory, lifetime, idleSeconds }: LaunchOptions): Promise<ChildProcess> {
  const program = entry();
  const log = openLog(join(directory, 'host.log'));
  const child = spawn(process.execPath, [program], {
    detached: true, // Ctrl+C in the terminal of a command is not meant for the sandbox
    stdio: ['ignore', log, log, 'ipc'],
    env: {
      ...Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
      CAIRN_SANDBOX_DIRECTORY: directory,
      CAIRN_SANDBOX_IDLE_SECONDS: String(idleSeconds),
      ...(lifetime === 'with-parent' ? { CAIRN_SANDBOX_PARENT: '1' } : {}),
    },
  });
  closeSync(log);
  await started(child, directory);
  child.unref();
  if (lifetime === 'until-idle') child.disconnect();
  else child.channel?.unref();
  return child;
}

/** Next to the sandbox's bundle, since that is what it runs. */
function entry(): string {
  const found = fileURLToPath(import.meta.resolve('@cairn/emulators-aws/host-process'));
  const built = found.replace(/([/\\])src([/\\])host-process\.ts$/, '$1dist$2host-process.js'); // tests run sources
  if (existsSync(built)) return built;
  throw new Problem('lab-host-down', 'The sandbox is not built; run "npm run build" and try again.');
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > MOST_LOG_BYTES) rmSync(file, { force: true });
  return openSync(file, 'a', 0o600);
}

function started(child: ChildProcess, directory: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      const detail = `The sandbox did not start (${why}); ${join(directory, 'host.log')} says more.`;
      reject(new Problem('lab-host-down', detail));
    };
    const timer = setTimeout(() => fail(`no word for ${START_MILLISECONDS / 1000} seconds`), START_MILLISECONDS);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`it ended with ${signal ?? `code ${code}`}`));
    child.once('message', (message) => {
      const refused = typeof message === 'object' && 'refused' in message ? String(message.refused) : undefined;
      if (refused !== undefined) return fail(refused);
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve();
    });
  });
}
