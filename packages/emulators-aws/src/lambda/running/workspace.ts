import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFile } from '../../places.ts';
import { unpack } from './archive.ts';

/** The files of one running function: its code, which it only reads, and a place to write. */
export interface Workspace {
  readonly root: string;
  readonly taskRoot: string;
  readonly temporary: string;
  remove(): Promise<void>;
}

const PREFIX = 'cairn-function-';

const alive = new Set<string>();
let swept: Promise<void> | undefined;
process.once('exit', () => {
  for (const root of alive) rmSync(root, { recursive: true, force: true });
});

/** Where the official SDK clients are that functions may import; undefined when none is installed here. */
export const modulesRoot: string | undefined = findModulesRoot();

/** Unpacks a function's code into a directory of its own, with the SDK beside it as in Lambda's runtimes. */
export async function createWorkspace(archive: Uint8Array): Promise<Workspace> {
  swept ??= sweep();
  await swept;
  const root = await realpath(await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`)));
  alive.add(root);
  const [taskRoot, temporary, modules] = [join(root, 'task'), join(root, 'tmp'), join(root, 'node_modules')];
  for (const directory of [taskRoot, temporary, modules]) await mkdir(directory);
  const remove = async () => {
    alive.delete(root);
    await rm(root, { recursive: true, force: true });
  };
  try {
    await unpack(archive, taskRoot);
    for (const scope of ['@aws-sdk', '@smithy']) {
      if (modulesRoot) await symlink(join(modulesRoot, scope), join(modules, scope), 'junction');
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return { root, taskRoot, temporary, remove };
}

/** Removes what hosts have left behind that were killed: their number is in the names of their directories. */
async function sweep(): Promise<void> {
  const names = await readdir(tmpdir());
  const left = names.filter(
    (name) => name.startsWith(PREFIX) && !isRunning(Number.parseInt(name.slice(PREFIX.length), 10)),
  );
  // Another user's, or gone already: not ours to mind.
  await Promise.allSettled(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
}

function isRunning(processId: number): boolean {
  try {
    return Number.isInteger(processId) && process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // it runs, but is not ours
  }
}

function findModulesRoot(): string | undefined {
  const paths = createRequire(import.meta.url).resolve.paths('@aws-sdk/client-s3') ?? [];
  return paths.find((path) => existsSync(join(path, '@aws-sdk', 'client-s3'))) ?? undefined;
}

/** The directory of the scripts that run inside a function's process; the same from sources and from dist. */
export const runtimeDirectory: string = fileURLToPath(packageFile('runtimes/nodejs'));
