import { getHealth, openApiDocument, Problem } from '@cairn/contract';
import { type Db, sql } from '@cairn/db';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { newApp } from './http/app.ts';
import { nameInstallation } from './http/installation.ts';
import { notFound, onError, problemPage } from './http/problems.ts';
import { headers, limitBody, loopbackOnly } from './http/security.ts';

export type AppParts = {
  readonly db: Db;
  readonly log: Logger;
  readonly version: string;
  /** Which data it answers from; see `installationOf`. */
  readonly installation: string;
  readonly features: readonly OpenAPIHono[];
  /** Serves the built web app; absent in tests of the API. */
  readonly pages?: MiddlewareHandler;
};

/** The HTTP application: guards first, then features, then pages. */
export function createApp({ db, log, version, installation, features, pages }: AppParts): OpenAPIHono {
  const app = newApp();
  app.onError(onError(log));
  app.notFound(notFound);
  app.use(headers, loopbackOnly, limitBody);
  app.use('/api/*', nameInstallation(installation));
  app.openapi(getHealth, async (c) => {
    await sql`select 1`.execute(db).catch((error: unknown) => {
      throw new Problem('database-unreachable', 'The database does not answer; is it running?', { cause: error });
    });
    return c.json({ status: 'ok' as const, version }, 200);
  });
  app.get('/problems/:kind', problemPage);
  for (const feature of features) app.route('/', feature);
  app.get('/api', (c) => c.json(openApiDocument()));
  if (pages) app.use(pages);
  return app;
}
