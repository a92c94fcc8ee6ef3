import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '@cairn/content';
import { type Db, SINGLE_LEARNER_ID } from '@cairn/db';
import { type Clock, uuidV7 } from '@cairn/kernel';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { composeFeatures, labsOf, libraryOf } from './features.ts';
import { installationOf } from './http/installation.ts';
import { staticFiles } from './http/static.ts';
import { SandboxHost } from './labs/host/sandbox-host.ts';
import { LearnerRepository } from './learner/repository.ts';
import { learningLibraryOf } from './lessons/library.ts';
import { IndexRepository } from './search/index-repository.ts';
import { renewIndex } from './search/indexing.ts';

export type AppOptions = {
  readonly db: Db;
  readonly contentDir: string;
  /** Holds what is kept beside the database, such as the sandbox of the labs. */
  readonly dataDir: string;
  /** The built web app; absent where only the API is wanted. */
  readonly webDir?: string;
  readonly log: Logger;
  readonly version: string;
};

/** The server cannot start as asked. The message is one sentence for the operator. */
export class ServerRefusal extends Error {}

const newId = () => uuidV7(Date.now(), Math.random);

/** @throws ServerRefusal if the catalog is broken */
export async function composeApp(options: AppOptions, clock: Clock) {
  const { db, contentDir, webDir, log, version } = options;
  const content = await loadContent(contentDir);
  for (const { file, line, message } of content.faults.slice(0, 20)) log.warn(`${file}:${line} ${message}`);
  const { catalog } = content;
  if (catalog === undefined) {
    throw new ServerRefusal(`The catalog in ${contentDir} cannot be read; run "cairn content check" to see why.`);
  }
  const learnerId = SINGLE_LEARNER_ID;
  await new LearnerRepository(db).ensure(learnerId);
  const installation = await installationOf(db, learnerId);
  const library = libraryOf(content, catalog);
  const sandbox = new SandboxHost({ dataDir: options.dataDir, lifetime: 'with-parent' });
  const labs = labsOf(content);
  const learning = learningLibraryOf(content, library, labs);
  const deps = { db, catalog, library, labs, learning, sandbox, learnerId, clock, newId };
  const { features, exams } = composeFeatures(deps);
  const hasPages = webDir !== undefined && existsSync(join(webDir, 'index.html'));
  const pages = hasPages ? { pages: await staticFiles(webDir) } : {};
  const renewSearch = (signal?: AbortSignal) =>
    renewIndex(new IndexRepository(db), { catalog, library, labs, learning }, signal);
  return { app: createApp({ db, log, version, installation, features, ...pages }), exams, sandbox, renewSearch };
}
