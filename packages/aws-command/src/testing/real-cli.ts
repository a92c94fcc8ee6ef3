import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface CapturedCall {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const PYTHON = '/usr/bin/python3';

/** Whether the distribution's Python has the AWS CLI, version 2. */
export function hasRealCli(): boolean {
  return spawnSync(PYTHON, ['-c', 'import awscli; assert awscli.__version__.startswith("2.")']).status === 0;
}

export interface RealCli {
  run(argv: readonly string[]): Promise<Outcome>;
  /** What it would send, undefined when it would not; nothing is sent. */
  capture(argv: readonly string[]): Promise<CapturedCall | undefined>;
  /** Puts a file into the folder that it runs in. */
  write(name: string, text: string): void;
  close(): void;
}

/** The installed AWS CLI in a folder of its own, against an endpoint. */
export function openRealCli(
  endpoint: string,
  keys: { readonly accessKeyId: string; readonly secretAccessKey: string },
): RealCli {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-real-cli-'));
  const child = spawn(PYTHON, [fileURLToPath(new URL('real-cli.py', import.meta.url))], {
    cwd: folder,
    env: {
      HOME: folder,
      PATH: '/usr/bin:/bin',
      TZ: 'UTC',
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_PAGER: '',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = answersOf(child);
  const ask = async (argv: readonly string[], isCaptured: boolean) => {
    child.stdin.write(`${JSON.stringify({ argv: [...argv, '--endpoint-url', endpoint], isCaptured })}\n`);
    const { value } = await answers.next();
    return JSON.parse(value ?? '{}');
  };
  return {
    async run(argv) {
      const { code, stdout, stderr } = await ask(argv, false);
      return { code, stdout, stderr };
    },
    capture: async (argv) => (await ask(argv, true)).call ?? undefined,
    write: (name, text) => writeFileSync(join(folder, name), text),
    close() {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answersOf({ stdout }: ChildProcess): AsyncIterator<string> {
  if (stdout === null) throw new RangeError('the process was started with a pipe');
  return createInterface({ input: stdout })[Symbol.asyncIterator]();
}
