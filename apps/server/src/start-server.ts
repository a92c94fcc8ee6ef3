import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '@cairn/content';
import { type Db, SINGLE_LEARNER_ID } from '@cairn/db';
import { type Clock, uuidV7 } from '@cairn/kernel';
import { serve } from '@hono/node-server';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import type { ExamService } from './exam/service.ts';
import { composeFeatures, labsOf, libraryOf } from './features.ts';
import { staticFiles } from './http/static.ts';
import { SandboxHost } from './labs/host/sandbox-host.ts';
import { LearnerRepository } from './learner/repository.ts';
import { learningLibraryOf } from './lessons/library.ts';
import { steadyClock } from './steady-clock.ts';
import { uptime } from './uptime.ts';

export type ServerOptions = {
  readonly db: Db;
  readonly contentDir: string;
  /** Holds what is kept beside the database, such as the sandbox of the labs. */
  readonly dataDir: string;
  /** The built web app. */
  readonly webDir: string;
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  readonly version: string;
  readonly clock?: Clock;
};

export type RunningServer = { readonly url: string; readonly close: () => Promise<void> };

/** The server cannot start as asked. The message is one sentence for the operator. */
export class ServerRefusal extends Error {}

const newId = () => uuidV7(Date.now(), Math.random);

async function composeApp(options: ServerOptions, clock: Clock) {
  const { db, contentDir, webDir, log, version } = options;
  const content = await loadContent(contentDir);
  for (const { file, line, message } of content.faults.slice(0, 20)) log.warn(`${file}:${line} ${message}`);
  const { catalog } = content;
  if (catalog === undefined) {
    throw new ServerRefusal(`The catalog in ${contentDir} cannot be read; run "cairn content check" to see why.`);
  }
  const learnerId = SINGLE_LEARNER_ID;
  await new LearnerRepository(db).ensure(learnerId);
  const library = libraryOf(content, catalog);
  const sandbox = new SandboxHost({ dataDir: options.dataDir, lifetime: 'with-parent' });
  const labs = labsOf(content);
  const learning = learningLibraryOf(content, library, labs);
  const deps = { db, catalog, library, labs, learning, sandbox, learnerId, clock, newId };
  const { features, exams } = composeFeatures(deps);
  const pages = existsSync(join(webDir, 'index.html')) ? { pages: await staticFiles(webDir) } : {};
  return { app: createApp({ db, log, version, features, ...pages }), exams, sandbox };
}

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
  const { app, exams, sandbox } = await composeApp(options, clock);
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
  return {
    url: `http://${host}:${port}`,
    close: async () => {
      stopBeating();
      await sandbox.close();
      await new Promise<void>((closed) => {
        server.close(() => closed());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
