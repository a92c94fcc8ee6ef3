import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../prepare.mjs';

export function freePort() {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** Starts the real program and waits until it is healthy. */
export async function startProgram(dataDir, command = [join('apps', 'cli', 'dist', 'main.js'), 'start']) {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [...command, '--no-open', '--port', String(port), '--data', dataDir], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DATABASE_URL: '' },
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the program ended: ${errors}`);
    const isHealthy = await fetch(`${url}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (isHealthy) break;
    await new Promise((wait) => setTimeout(wait, 10));
  }
  const seconds = (performance.now() - begun) / 1000;
  const stop = () =>
    new Promise((stopped) => {
      child.once('exit', stopped);
      child.kill('SIGTERM');
    });
  return { url, seconds, stop, pid: child.pid };
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
