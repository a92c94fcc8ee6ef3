import { AttemptEvent } from '@cairn/contract';
import { connect, type Db, findRunningPostgres } from '@cairn/db';

/** One row of the append-only log, as PostgreSQL has it. */
export type Logged = {
  readonly sequence: number;
  readonly eventId: string;
  readonly kind: string;
  readonly payload: unknown;
};

/** A connection of our own to the database of a running program. */
export async function connectToDatabaseOf(dataDir: string): Promise<Db> {
  const endpoint = findRunningPostgres(dataDir);
  if (!endpoint) throw new Error(`no database runs on ${dataDir}`);
  return connect(endpoint, { maxConnections: 2 });
}

export function readLog(db: Db, attemptId: string): Promise<Logged[]> {
  return db
    .selectFrom('attemptEvents')
    .select(['sequence', 'eventId', 'kind', 'payload'])
    .where('attemptId', '=', attemptId)
    .orderBy('sequence')
    .execute();
}

/** Events that the server makes itself. */
const isServerMade = ({ kind }: Logged): boolean => kind === 'outage' || kind === 'time-out';

export const candidateEvents = (log: readonly Logged[]): readonly AttemptEvent[] =>
  log.filter((row) => !isServerMade(row)).map(({ payload }) => AttemptEvent.parse(payload));

/** Seconds that the server gave back, one entry for each outage. */
export function outageSeconds(log: readonly Logged[]): readonly number[] {
  return log.flatMap(({ kind, payload }) => {
    const hasSeconds = kind === 'outage' && typeof payload === 'object' && payload !== null && 'seconds' in payload;
    return hasSeconds ? [Number(payload.seconds)] : [];
  });
}
