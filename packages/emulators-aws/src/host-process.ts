import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Host, hostAws } from '@cairn/emulators-aws';

/**
 * A process that hosts the sandbox and nothing else, so that neither its load nor its failures reach whoever uses it.
 *
 * Environment: CAIRN_SANDBOX_DIRECTORY, where it keeps its things and writes `host.json`, by which it is found;
 * CAIRN_SANDBOX_PARENT=1 to end with the process that started it; CAIRN_SANDBOX_IDLE_SECONDS, after which it ends when
 * nobody asks it anything. To a parent it sends `{ ready: true }` or `{ refused: '…' }`.
 */
const { CAIRN_SANDBOX_DIRECTORY, CAIRN_SANDBOX_PARENT, CAIRN_SANDBOX_IDLE_SECONDS } = process.env;
if (!CAIRN_SANDBOX_DIRECTORY) throw new RangeError('CAIRN_SANDBOX_DIRECTORY names no directory');
const directory: string = CAIRN_SANDBOX_DIRECTORY;
const idleMilliseconds = 1000 * Number(CAIRN_SANDBOX_IDLE_SECONDS ?? 7200);
const file = join(directory, 'host.json');

let lastRequestAt = Date.now();

function announce({ url, token }: Host): void {
  const draft = `${file}.${process.pid}`;
  const facts = { schema: 'sandbox-host/1', url, token, pid: process.pid, startedAt: Date.now() };
  writeFileSync(draft, `${JSON.stringify(facts)}\n`, { mode: 0o600 });
  renameSync(draft, file); // nobody ever reads half of it
}

/** Another host may have been started since, and its file is not ours to remove. */
function withdraw({ token }: Host): void {
  try {
    if (readFileSync(file, 'utf8').includes(token)) rmSync(file, { force: true });
  } catch {
    // gone already
  }
}

async function serve(): Promise<void> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const onRequest = () => {
    lastRequestAt = Date.now();
  };
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const host = await hostAws({ port: 0, directory, log, onRequest });
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    withdraw(host);
    setTimeout(() => process.exit(0), 2000).unref(); // a call that never ends keeps nobody
    host.close().finally(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, end);
  if (CAIRN_SANDBOX_PARENT === '1') process.once('disconnect', end);
  setInterval(() => Date.now() - lastRequestAt > idleMilliseconds && end(), Math.min(60_000, idleMilliseconds / 2));
  announce(host);
  process.send?.({ ready: true });
}

await serve().catch((error: unknown) => {
  process.send?.({ refused: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  process.disconnect?.();
});
