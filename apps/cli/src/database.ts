import { connect, type Db, type Endpoint, findRunningPostgres, migrate, openPostgres } from '@cairn/db';

export type OpenDatabase = { readonly db: Db; readonly close: () => Promise<void> };

export type DatabaseChoice = {
  readonly dataDir: string;
  readonly log: (message: string) => void;
  /** Reads from a Cairn that runs on the same data instead of refusing. */
  readonly canShare?: boolean;
};

async function opened(target: string | Endpoint, log: (message: string) => void, stop: () => Promise<void>) {
  let db: Db | undefined;
  try {
    db = await connect(target, { log });
    await migrate(db);
  } catch (error) {
    await db?.destroy();
    await stop();
    throw error;
  }
  const pool = db;
  return {
    db: pool,
    async close() {
      await pool.destroy();
      await stop();
    },
  };
}

const nothingToStop = () => Promise.resolve();

/** The database of `DATABASE_URL`, or the embedded one on `dataDir`; migrated. */
export async function openDatabase({ dataDir, log, canShare = false }: DatabaseChoice): Promise<OpenDatabase> {
  const url = process.env.DATABASE_URL;
  if (url) return opened(url, log, nothingToStop);
  const running = canShare ? findRunningPostgres(dataDir) : undefined;
  if (running) return opened(running, log, nothingToStop);
  const postgres = await openPostgres({ dataDir, log });
  return opened(postgres.endpoint, log, postgres.close);
}
