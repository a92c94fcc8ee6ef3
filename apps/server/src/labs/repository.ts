import { type Db, sql, type Transaction } from '@cairn/db';
import type { Instant } from '@cairn/kernel';

export type NewLabRun = {
  readonly id: string;
  readonly learnerId: string;
  readonly lab: string;
  readonly labVersion: number;
  /** JSON text of the lab. */
  readonly frozen: string;
  readonly frozenDigest: string;
  readonly startedAt: Instant;
};

export type StoredLabRun = NewLabRun & { readonly supersededAt: Instant | null };

const instantOf = (date: Date): Instant => date.getTime() as Instant;

/** Runs of labs; every query names the learner. */
export class LabRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** @param lock keeps other writers out until the transaction ends, over all processes */
  async find(learnerId: string, id: string, on: Db | Transaction = this.#db, lock = false) {
    const query = on.selectFrom('labRuns').selectAll().where('id', '=', id).where('learnerId', '=', learnerId);
    const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
    return row && storedRun(row);
  }

  /** The run that owns the account of a lab. */
  async findCurrent(learnerId: string, lab: string): Promise<StoredLabRun | undefined> {
    const row = await this.#db
      .selectFrom('labRuns')
      .selectAll()
      .where('learnerId', '=', learnerId)
      .where('lab', '=', lab)
      .where('supersededAt', 'is', null)
      .executeTakeFirst();
    return row && storedRun(row);
  }

  /** The runs that own an account, of all labs. */
  async listCurrent(learnerId: string): Promise<StoredLabRun[]> {
    const rows = await this.#db
      .selectFrom('labRuns')
      .selectAll()
      .where('learnerId', '=', learnerId)
      .where('supersededAt', 'is', null)
      .execute();
    return rows.map(storedRun);
  }

  /** The run takes the account over from the one that had it. Does nothing if it is there already. */
  async insert(on: Transaction, run: NewLabRun): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`lab:${run.learnerId}:${run.lab}`}, 0))`.execute(on);
    await on
      .updateTable('labRuns')
      .set({ supersededAt: new Date(run.startedAt) })
      .where('learnerId', '=', run.learnerId)
      .where('lab', '=', run.lab)
      .where('supersededAt', 'is', null)
      .where('id', '<>', run.id)
      .execute();
    await on
      .insertInto('labRuns')
      .values({ ...run, startedAt: new Date(run.startedAt) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  /** In the order in which they happened. The caller has found the run under its learner. */
  async events(id: string, on: Db | Transaction = this.#db): Promise<object[]> {
    const rows = await on
      .selectFrom('labEvents')
      .select('event')
      .where('labRunId', '=', id)
      .orderBy('sequence')
      .execute();
    return rows.map(({ event }) => event);
  }

  /** @param sequence from 1; the row of the run is locked by the caller */
  async append(on: Transaction, id: string, sequence: number, event: { readonly at: Instant }): Promise<void> {
    await on
      .insertInto('labEvents')
      .values({ labRunId: id, sequence, event: JSON.stringify(event), at: new Date(event.at) })
      .execute();
  }

  transaction<T>(work: (on: Transaction) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute(work);
  }
}

type Row = Omit<StoredLabRun, 'startedAt' | 'supersededAt'> & { startedAt: Date; supersededAt: Date | null };

function storedRun({ startedAt, supersededAt, ...rest }: Row): StoredLabRun {
  return { ...rest, startedAt: instantOf(startedAt), supersededAt: supersededAt && instantOf(supersededAt) };
}
