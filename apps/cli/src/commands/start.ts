import { join } from 'node:path';
import { startServer } from '@cairn/server';
import { Command } from 'commander';
import { openBrowser } from '../browser.ts';
import { openDatabase } from '../database.ts';
import { UsageError } from '../failure.ts';
import { dataOption, parsePort, ROOT } from '../options.ts';
import { print, remark } from '../output.ts';

type Options = { readonly port: string; readonly data: string; readonly open: boolean };

/** Single-learner mode has no login, so nobody else may reach it. */
const HOST = '127.0.0.1';

function untilStopped(): Promise<void> {
  return new Promise((stopped) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopped());
  });
}

function portTaken(port: number): (error: unknown) => never {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new UsageError(`Port ${port} is taken by another program; choose another with --port.`);
    }
    if (code === 'EACCES') throw new UsageError(`Port ${port} needs root; choose one above 1023 with --port.`);
    throw error;
  };
}

async function run({ port: portText, data, open }: Options): Promise<void> {
  const port = parsePort(portText);
  const stopped = untilStopped();
  const { db, close } = await openDatabase({ dataDir: data, log: remark });
  try {
    const places = { contentDir: join(ROOT, 'content'), webDir: join(ROOT, 'apps', 'web', 'dist') };
    const server = await startServer({ db, ...places, port, host: HOST, log: remark }).catch(portTaken(port));
    print(`Cairn is ready at ${server.url}`);
    if (open) openBrowser(server.url);
    await stopped;
    await server.close();
  } finally {
    await close();
  }
}

export const start = new Command('start')
  .description('Start Cairn on this machine and open it in the browser.')
  .option('--port <number>', 'port to listen on', '4280')
  .addOption(dataOption())
  .option('--no-open', 'do not open a browser')
  .action(run);
