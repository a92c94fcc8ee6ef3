import type { Db } from '@cairn/db';
import { sql } from '@cairn/db';
import type { Clock, Instant } from '@cairn/kernel';

/** How often a server says that it is there. */
const BEAT_MILLISECONDS = 5000;

/** Silence longer than this was an outage; shorter, and another server or a slow disk explains it. */
const OUTAGE_MILLISECONDS = 3 * BEAT_MILLISECONDS;

/**
 * The latest moment at which any server process on this database was alive. While none is, nobody can answer, so a
 * running attempt gets that time back.
 */
export function uptime(db: Db, clock: Clock) {
  /** Notes that a server is there. Not before a start has given back the time for which none was. */
  async function beat(): Promise<void> {
    const now = new Date(clock.now());
    await sql`
      insert into server_uptime (id, alive_at) values (true, ${now})
      on conflict (id) do update set alive_at = greatest(server_uptime.alive_at, excluded.alive_at)
    `.execute(db);
  }

  return {
    beat,

    /** Since when no server has been there; undefined if one is, or never was. */
    async absentSince(): Promise<Instant | undefined> {
      const row = await db.selectFrom('serverUptime').select('aliveAt').executeTakeFirst();
      if (row === undefined || clock.now() - row.aliveAt.getTime() <= OUTAGE_MILLISECONDS) return undefined;
      return row.aliveAt.getTime() as Instant;
    },

    /** Keeps saying so until stopped. A beat that fails is made up for by the next. */
    keepBeating(onFailure: (error: unknown) => void): () => void {
      const timer = setInterval(() => void beat().catch(onFailure), BEAT_MILLISECONDS);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}
