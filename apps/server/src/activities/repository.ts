import type { LearningActivity } from '@cairn/contract';
import type { Db } from '@cairn/db';
import type { Instant } from '@cairn/kernel';

/** What somebody did, one row a stretch of work. Append-only. */
export class ActivityRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** One that is there already, under its id, stays as it was. */
  async append(learnerId: string, activities: readonly LearningActivity[]): Promise<void> {
    await this.#db
      .insertInto('activities')
      .values(activities.map(({ at, ...rest }) => ({ ...rest, learnerId, at: new Date(at) })))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  async since(learnerId: string, from: Instant): Promise<LearningActivity[]> {
    const rows = await this.#db
      .selectFrom('activities')
      .select(['id', 'kind', 'exam', 'ref', 'seconds', 'finished', 'at', 'timeZone'])
      .where('learnerId', '=', learnerId)
      .where('at', '>=', new Date(from))
      .orderBy('at')
      .orderBy('id')
      .execute();
    return rows.map(({ at, ...rest }) => ({ ...rest, at: at.getTime() as Instant }));
  }

  /** The last time that each lesson was read to its end. */
  async lessonsRead(learnerId: string): Promise<ReadonlyMap<string, Instant>> {
    const rows = await this.#db
      .selectFrom('activities')
      .select(({ fn }) => ['ref', fn.max('at').as('at')])
      .where('learnerId', '=', learnerId)
      .where('kind', '=', 'lesson')
      .where('finished', '=', true)
      .groupBy('ref')
      .execute();
    return new Map(rows.map(({ ref, at }) => [ref, at.getTime() as Instant]));
  }
}
