import { createHash } from 'node:crypto';
import type { Db } from '@cairn/db';
import type { MiddlewareHandler } from 'hono';

/** Names the data that an answer comes from, so that a browser keeps nothing of one data directory for another. */
export const INSTALLATION_HEADER = 'cairn-installation';

/** The learner's first moment in this database: a restored backup is the same installation, a new directory is not. */
export async function installationOf(db: Db, learnerId: string): Promise<string> {
  const { createdAt } = await db
    .selectFrom('learners')
    .select('createdAt')
    .where('id', '=', learnerId)
    .executeTakeFirstOrThrow();
  return createHash('sha256').update(`${learnerId} ${createdAt.toISOString()}`).digest('hex').slice(0, 16);
}

export function nameInstallation(installation: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header(INSTALLATION_HEADER, installation);
  };
}
