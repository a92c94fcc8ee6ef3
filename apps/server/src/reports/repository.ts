import type { Db, ItemReportRow } from '@cairn/db';
import type { Instant } from '@cairn/kernel';

export type NewItemReport = Pick<
  ItemReportRow,
  'id' | 'learnerId' | 'attemptId' | 'slot' | 'itemId' | 'itemVersion' | 'kind' | 'words'
> & { readonly reportedAt: Instant };

export type Decision = { readonly state: ItemReportRow['state']; readonly decision: string; readonly now: Instant };

/** A list longer than this is an archive. */
const LISTED = 500;

/** Reported questions. The author sees those of every learner of this installation. */
export class ReportRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** One that is there already, under this id, stays as it was. */
  async insert({ reportedAt, ...report }: NewItemReport): Promise<void> {
    await this.#db
      .insertInto('itemReports')
      .values({ ...report, reportedAt: new Date(reportedAt) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  find(id: string) {
    return this.#rows().where('itemReports.id', '=', id).executeTakeFirst();
  }

  list() {
    return this.#rows().orderBy('reportedAt', 'desc').orderBy('itemReports.id').limit(LISTED).execute();
  }

  /** @returns false if there is no such report */
  async decide(id: string, { state, decision, now }: Decision): Promise<boolean> {
    const changed = await this.#db
      .updateTable('itemReports')
      .set({ state, decision, decidedAt: state === 'open' ? null : new Date(now) })
      .where('id', '=', id)
      .executeTakeFirst();
    return changed.numUpdatedRows > 0n;
  }

  #rows() {
    return this.#db
      .selectFrom('itemReports')
      .innerJoin('attempts', 'attempts.id', 'itemReports.attemptId')
      .selectAll('itemReports')
      .select(['attempts.exam', 'attempts.overAt']);
  }
}

export type StoredReport = Awaited<ReturnType<ReportRepository['list']>>[number];
