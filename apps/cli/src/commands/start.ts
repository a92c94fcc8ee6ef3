import { join } from 'node:path';
import type { RunningServer, ServerOptions } from '@cairn/server';
import { Command } from 'commander';
import { pino } from 'pino';
import { openBrowser } from '../browser.ts';
import { openDatabase } from '../database.ts';
import { UsageError } from '../failure.ts';
import { dataOption, parsePort, ROOT, VERSION } from '../options.ts';
import { print, remark } from '../output.ts';
import { untilStopped } from '../stopping.ts';

type Options = { readonly port: string; readonly data: string; readonly open: boolean };

/** Single-learner mode has no login, so nobody else may reach it. */
const HOST = '127.0.0.1';

/** One JSON line an event, on stderr: stdout holds the address alone. */
const serverLog = () => pino({ level: 'info' }, pino.destination({ fd: 2, sync: true }));

async function serve(options: ServerOptions): Promise<RunningServer> {
  // Loaded here, so that the other commands do not wait for it.
  const { ServerRefusal, startServer } = await import('@cairn/server');
  try {
    return await startServer(options);
  } catch (error) {
    if (error instanceof ServerRefusal) throw new UsageError(error.message, { cause: error });
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EACCES') throw error;
    throw new UsageError(`Port ${options.port} needs root; choose one above 1023 with --port.`, { cause: error });
  }
}

async function run({ port: portText, data, open }: Options): Promise<void> {
  const port = parsePort(portText);
  const stopped = untilStopped();
  const { db, close } = await openDatabase({ dataDir: data, log: remark });
  try {
    const server = await serve({
      db,
      contentDir: join(ROOT, 'content'),
      dataDir: data,
      webDir: join(ROOT, 'apps', 'web', 'dist'),
      host: HOST,
      port,
      log: serverLog(),
      version: VERSION,
    });
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
