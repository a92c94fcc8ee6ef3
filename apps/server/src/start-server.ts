import type { Clock } from '@cairn/kernel';
import { serve } from '@hono/node-server';
import type { Logger } from 'pino';
import { type AppOptions, composeApp, ServerRefusal } from './compose-app.ts';
import type { ExamService } from './exam/service.ts';
import { renewLater } from './search/indexing.ts';
import { steadyClock } from './steady-clock.ts';
import { uptime } from './uptime.ts';

export type ServerOptions = AppOptions & {
  readonly host: string;
  readonly port: number;
  readonly clock?: Clock;
};

export type RunningServer = { readonly url: string; readonly close: () => Promise<void> };

/** Longer than browsers and proxies keep idle connections, so that it is they who close them and no request is cut. */
const serverOptions = { keepAliveTimeout: 75_000, headersTimeout: 80_000 };

function listen(app: { fetch: Parameters<typeof serve>[0]['fetch'] }, { host, port }: ServerOptions) {
  return new Promise<{ server: ReturnType<typeof serve>; port: number }>((ready, failed) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions }, (address) =>
      ready({ server, port: address.port }),
    );
    server.once('error', (error: Error & { code?: string }) => {
      const taken = `Port ${port} is taken by another program; stop it, or start with --port ${port + 1}.`;
      failed(error.code === 'EADDRINUSE' ? new ServerRefusal(taken, { cause: error }) : error);
    });
  });
}

async function giveBack(presence: ReturnType<typeof uptime>, exams: ExamService, log: Logger, clock: Clock) {
  const awaySince = await presence.absentSince();
  if (awaySince === undefined) return;
  const given = await exams.giveBack(awaySince, (attemptId, err) =>
    log.error({ attemptId, err }, 'this attempt did not get back the time for which Cairn was off'),
  );
  const seconds = Math.round((clock.now() - awaySince) / 1000);
  if (given > 0) log.info(`Cairn was off for ${seconds} s; running exams got the time back.`);
}

/**
 * Loads the content, wires the features, and listens.
 *
 * @throws ServerRefusal if the port is taken or the catalog is broken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { db, log, host } = options;
  const clock = options.clock ?? steadyClock(Date.now, () => performance.now());
  const { app, exams, sandbox, renewSearch } = await composeApp(options, clock);
  const presence = uptime(db, clock);
  // Before anybody is answered: a browser that was waiting for us would find its time up.
  await giveBack(presence, exams, log, clock);
  await presence.beat();
  const corrected = await exams.correct((attemptId, err) =>
    log.error({ attemptId, err }, 'this attempt was not scored again by the corrected key'),
  );
  if (corrected > 0) log.info(`${corrected} finished attempts hold a question whose key was corrected since.`);
  const { server, port } = await listen(app, options);
  const stopBeating = presence.keepBeating((error) => log.warn({ err: error }, 'uptime not noted'));
  const stopIndexing = renewLater(
    renewSearch,
    (isNew) => isNew && log.info('The search index follows the content.'),
    (error) => log.warn({ err: error }, 'search index not renewed'),
  );
  return {
    url: `http://${host}:${port}`,
    close: async () => {
      stopBeating();
      await stopIndexing();
      await sandbox.close();
      await new Promise<void>((closed) => {
        server.close(() => closed());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
