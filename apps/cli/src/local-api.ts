import { join } from 'node:path';
import { ApiRefusal, type LocalApi, openLocalApi, ServerRefusal } from '@cairn/server';
import { pino } from 'pino';
import { openDatabase } from './database.ts';
import { UsageError } from './failure.ts';
import { ROOT, VERSION } from './options.ts';
import { remark } from './output.ts';

/** Opens the learner's data, also while Cairn runs on it, and gives the API to the work. */
export async function withApi<T>(dataDir: string, work: (api: LocalApi) => Promise<T>): Promise<T> {
  const { db, close } = await openDatabase({ dataDir, log: remark, canShare: true });
  try {
    const log = pino({ level: 'silent' });
    const api = await openLocalApi({ db, contentDir: join(ROOT, 'content'), dataDir, log, version: VERSION });
    try {
      return await work(api);
    } finally {
      await api.close();
    }
  } catch (error) {
    if (error instanceof ApiRefusal || error instanceof ServerRefusal) {
      throw new UsageError(error.message, { cause: error });
    }
    throw error;
  } finally {
    await close();
  }
}
