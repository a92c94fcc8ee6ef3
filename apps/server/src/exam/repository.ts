import { Scope, Timing } from '@cairn/contract';
import { type Db, sql, type Transaction } from '@cairn/db';
import type { Instant } from '@cairn/kernel';
import { z } from 'zod';

/** What the list of attempts shows, kept beside the frozen form so that a list need not read whole forms. */
export const AttemptHeading = z.strictObject({
  title: z.string(),
  scope: Scope,
  timing: Timing,
  questions: z.number().int(),
});
export type AttemptHeading = z.infer<typeof AttemptHeading>;

export type ListedAttempt = Awaited<ReturnType<AttemptRepository['list']>>[number];

export type StoredEvent = {
  readonly id: string;
  readonly sequence: number;
  readonly payload: object;
  readonly receivedAt: Instant;
};

/** The row of a running attempt, locked until the transaction ends. */
export type LockedAttempt = {
  readonly activeTab: string | null;
  readonly isOver: boolean;
  readonly lastSequence: number;
  /** Of the asked event ids, those that are stored already. */
  readonly known: ReadonlySet<string>;
};

export type NewEvent = {
  readonly id: string;
  readonly kind: string;
  readonly payload: object;
  readonly clientAt: number;
  readonly receivedAt: Instant;
};

export type NewAttempt = {
  readonly id: string;
  readonly learnerId: string;
  readonly exam: string;
  readonly mode: 'exam' | 'study';
  readonly seed: string;
  readonly frozen: object;
  readonly heading: AttemptHeading;
  readonly startedAt: Instant;
  readonly deadlineAt: Instant | null;
  readonly activeTab: string;
};

export type Ending = {
  readonly overAt: Instant;
  readonly reason: 'submitted' | 'timed-out';
  readonly report: object;
};

const at = (instant: number) => new Date(instant);

/** Reads of attempts and their start; whatever changes one that exists happens inside `locked`. */
export class AttemptRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** @returns false if the id is taken */
  async insert(attempt: NewAttempt): Promise<boolean> {
    const row = await this.#db
      .insertInto('attempts')
      .values({
        id: attempt.id,
        learnerId: attempt.learnerId,
        exam: attempt.exam,
        mode: attempt.mode,
        seed: attempt.seed,
        frozen: JSON.stringify(attempt.frozen),
        heading: JSON.stringify(attempt.heading),
        createdAt: at(attempt.startedAt),
        startedAt: at(attempt.startedAt),
        deadlineAt: attempt.deadlineAt === null ? null : at(attempt.deadlineAt),
        activeTab: attempt.activeTab,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  find(learnerId: string, id: string, on: Db | Transaction = this.#db) {
    return on
      .selectFrom('attempts')
      .selectAll()
      .where('id', '=', id)
      .where('learnerId', '=', learnerId)
      .executeTakeFirst();
  }

  list(learnerId: string, limit: number) {
    return this.#db
      .selectFrom('attempts')
      .select(['id', 'exam', 'mode', 'heading', 'startedAt', 'deadlineAt', 'overAt', 'report'])
      .where('learnerId', '=', learnerId)
      .orderBy('startedAt', 'desc')
      .limit(limit)
      .execute();
  }

  runningIds() {
    return this.#db.selectFrom('attempts').select(['id', 'learnerId']).where('overAt', 'is', null).execute();
  }

  /** The log from `sequence` on; it begins at 1. */
  async events(id: string, sequence: number, on: Db | Transaction = this.#db): Promise<StoredEvent[]> {
    const rows = await on
      .selectFrom('attemptEvents')
      .select(['eventId as id', 'sequence', 'payload', 'receivedAt'])
      .where('attemptId', '=', id)
      .where('sequence', '>=', sequence)
      .orderBy('sequence')
      .execute();
    return rows.map(({ receivedAt, ...row }) => ({ ...row, receivedAt: receivedAt.getTime() as Instant }));
  }

  /** Runs `work` with the attempt's row locked: one writer at a time, over all server processes. */
  locked<T>(
    learnerId: string,
    id: string,
    eventIds: readonly string[],
    work: (row: LockedAttempt, on: Transaction) => Promise<T>,
  ) {
    return this.#db.transaction().execute(async (on) => {
      const row = await lock(on, learnerId, id, eventIds);
      return row === undefined ? undefined : work(row, on);
    });
  }

  /** Appends events behind `lastSequence`. The caller holds the lock. */
  async append(on: Transaction, id: string, lastSequence: number, events: readonly NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    await on
      .insertInto('attemptEvents')
      .values(
        events.map((event, index) => ({
          attemptId: id,
          eventId: event.id,
          sequence: lastSequence + index + 1,
          kind: event.kind,
          payload: JSON.stringify(event.payload),
          clientAt: at(event.clientAt),
          receivedAt: at(event.receivedAt),
        })),
      )
      .execute();
  }

  async setTab(on: Transaction, id: string, tabId: string): Promise<void> {
    await on.updateTable('attempts').set({ activeTab: tabId }).where('id', '=', id).execute();
  }

  async end(on: Transaction, id: string, ending: Ending): Promise<void> {
    await on
      .updateTable('attempts')
      .set({ overAt: at(ending.overAt), overReason: ending.reason, report: JSON.stringify(ending.report) })
      .where('id', '=', id)
      .execute();
  }
}

async function lock(
  on: Transaction,
  learnerId: string,
  id: string,
  eventIds: readonly string[],
): Promise<LockedAttempt | undefined> {
  const attempt = await on
    .selectFrom('attempts')
    .select(['activeTab', 'overAt'])
    .where('id', '=', id)
    .where('learnerId', '=', learnerId)
    .forUpdate()
    .executeTakeFirst();
  if (attempt === undefined) return undefined;
  // A statement of its own: one snapshot for both would be older than the lock it waited for.
  const { rows } = await sql<{ lastSequence: number; known: string[] }>`
    select coalesce((select max(sequence) from attempt_events where attempt_id = ${id}), 0) as last_sequence,
           array(select event_id::text from attempt_events
                 where attempt_id = ${id} and event_id = any(${eventIds}::uuid[])) as known
  `.execute(on);
  const log = rows[0] ?? { lastSequence: 0, known: [] };
  return {
    activeTab: attempt.activeTab,
    isOver: attempt.overAt !== null,
    lastSequence: log.lastSequence,
    known: new Set(log.known),
  };
}
