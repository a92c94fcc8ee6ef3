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
  async function beat(): Promise<Instant | undefined> {
    const now = new Date(clock.now());
    const { rows } = await sql<{ before: Date | null }>`
      with before as (select alive_at from server_uptime where id)
      insert into server_uptime (id, alive_at) values (true, ${now})
      on conflict (id) do update set alive_at = greatest(server_uptime.alive_at, excluded.alive_at)
      returning (select alive_at from before) as before
    `.execute(db);
    return rows[0]?.before?.getTime() as Instant | undefined;
  }

  return {
    /** Notes that a server runs. @returns seconds for which none did before, 0 if one was there */
    async arrive(): Promise<number> {
      const before = await beat();
      const silence = before === undefined ? 0 : clock.now() - before;
      return silence > OUTAGE_MILLISECONDS ? Math.round(silence / 1000) : 0;
    },

    /** Keeps saying so until stopped. A beat that fails is made up for by the next. */
    keepBeating(onFailure: (error: unknown) => void): () => void {
      const timer = setInterval(() => void beat().catch(onFailure), BEAT_MILLISECONDS);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}
