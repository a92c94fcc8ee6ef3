import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { modulesRoot, runtimeDirectory, type Workspace } from './workspace.ts';

/** The same switch under its two names: Node.js 20 calls it experimental. */
const PERMISSION_FLAG = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission';

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL'); // a busy one would not hear that its host has gone
});

/** A process that may read the function's code and the SDK, write to the function's own directory, and start nothing. */
export function spawn(memoryMegabytes: number, { root, taskRoot, temporary }: Workspace): ChildProcess {
  const readable = [root, runtimeDirectory, ...(modulesRoot ? [modulesRoot] : [])];
  const child = fork(join(runtimeDirectory, 'bootstrap.mjs'), {
    cwd: taskRoot,
    env: {
      TMPDIR: temporary,
      HOME: temporary,
      TZ: 'UTC',
      LANG: 'en_US.UTF-8',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    execArgv: [
      PERMISSION_FLAG,
      ...readable.map((path) => `--allow-fs-read=${join(path, '*')}`),
      `--allow-fs-write=${join(temporary, '*')}`,
      `--max-old-space-size=${memoryMegabytes}`,
      '--disable-warning=ExperimentalWarning',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  alive.add(child);
  return child.once('exit', () => alive.delete(child));
}
