import { spawn } from 'node:child_process';

export type Finished = { readonly code: number; readonly stdout: string; readonly stderr: string };

export type SpawnOptions = {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly timeoutSeconds?: number;
};

/** Runs a program to its end. Rejects when it cannot be started or takes too long. */
export function run(
  program: string,
  argv: readonly string[],
  { cwd, env, input, timeoutSeconds = 120 }: SpawnOptions,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argv, { cwd, env });
    // not spawn's own timeout, which lives on when a program cannot be started and keeps the process from ending
    const timer = setTimeout(() => child.kill(), timeoutSeconds * 1000);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal) reject(new Error(`${program} was stopped by ${signal} after at most ${timeoutSeconds} seconds`));
      else resolve({ code: code ?? 1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
    child.stdin.on('error', () => undefined); // it may end before it has read everything
    child.stdin.end(input ?? '');
  });
}
