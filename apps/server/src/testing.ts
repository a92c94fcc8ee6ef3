import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Content, loadContent } from '@cairn/content';
import { SINGLE_LEARNER_ID } from '@cairn/db';
import { type TestDatabase, testDatabase } from '@cairn/db/testing';
import { handClock } from '@cairn/kernel';
import type { Lab } from '@cairn/labs';
import { pino } from 'pino';
import { createApp } from './app.ts';
import type { ExamLibrary } from './exam/library.ts';
import { composeFeatures, labsOf, libraryOf } from './features.ts';
import { installationOf } from './http/installation.ts';
import { SandboxHost } from './labs/host/sandbox-host.ts';
import { LearnerRepository } from './learner/repository.ts';
import { learningLibraryOf } from './lessons/library.ts';

export const CONTENT = fileURLToPath(new URL('../../../content', import.meta.url));

let content: Promise<Content> | undefined;

type Choices = {
  /** Who asks; default the learner of single mode. */
  readonly learnerId?: string;
  /** Changes the library before it is used. */
  readonly edit?: (library: ExamLibrary) => ExamLibrary;
  /** Default: those of the content. */
  readonly labs?: ReadonlyMap<string, Lab>;
  /** Where a sandbox keeps its things; only tests of labs start one. */
  readonly dataDir?: string;
};

/** The application on a database of its own, with the real content and a clock that the test moves. */
export async function testServer(database?: TestDatabase, choices: Choices = {}) {
  const { learnerId = SINGLE_LEARNER_ID, edit = (library) => library, dataDir = tmpdir() } = choices;
  const { db, drop } = database ?? (await testDatabase());
  content ??= loadContent(CONTENT);
  const loaded = await content;
  const { catalog } = loaded;
  if (catalog === undefined) throw new Error(`the catalog does not load: ${JSON.stringify(loaded.faults.slice(0, 3))}`);
  await new LearnerRepository(db).ensure(learnerId);
  const clock = handClock(Date.parse('2026-11-21T09:00:00Z'));
  const library = edit(libraryOf(loaded, catalog));
  const newId = () => crypto.randomUUID();
  const labs = choices.labs ?? labsOf(loaded);
  const sandbox = new SandboxHost({ dataDir, lifetime: 'with-parent' });
  const learning = learningLibraryOf(loaded, library, labs);
  const deps = { db, catalog, library, labs, learning, sandbox, learnerId, clock, newId };
  const { features, exams } = composeFeatures(deps);
  const installation = await installationOf(db, learnerId);
  const app = createApp({ db, log: pino({ level: 'silent' }), version: 'test', installation, features });

  /** One request as the app's own page makes it. */
  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await app.request(`http://127.0.0.1:4280${path}`, {
      method,
      headers: {
        host: '127.0.0.1:4280',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
    const json: any = text.startsWith('{') ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, text, json };
  }

  return { app, call, clock, db, drop, exams, learnerId, library, labs, learning, catalog, sandbox };
}

export type TestServer = Awaited<ReturnType<typeof testServer>>;
