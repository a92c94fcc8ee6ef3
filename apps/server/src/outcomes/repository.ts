import { FrozenPrediction, type Outcome, type SharedOutcome } from '@cairn/contract';
import type { Db, OutcomeRow } from '@cairn/db';
import type { Instant } from '@cairn/kernel';

export type StoredOutcome = Omit<Outcome, 'code'>;

/** Recorded and imported outcomes; every query names the learner. */
export class OutcomeRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** One that is there already, under this id, stays as it was. */
  async insert(learnerId: string, { predicted, recordedAt, ...outcome }: StoredOutcome): Promise<void> {
    await this.#db
      .insertInto('outcomes')
      .values({
        ...outcome,
        learnerId,
        predicted: predicted && JSON.stringify(predicted),
        recordedAt: new Date(recordedAt),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  async find(learnerId: string, id: string): Promise<StoredOutcome | undefined> {
    const row = await this.#owned(learnerId).where('id', '=', id).executeTakeFirst();
    return row && outcomeOf(row);
  }

  async list(learnerId: string): Promise<StoredOutcome[]> {
    const rows = await this.#owned(learnerId).orderBy('takenOn', 'desc').orderBy('id').limit(1000).execute();
    return rows.map(outcomeOf);
  }

  async delete(learnerId: string, id: string): Promise<boolean> {
    const gone = await this.#db
      .deleteFrom('outcomes')
      .where('id', '=', id)
      .where('learnerId', '=', learnerId)
      .executeTakeFirst();
    return gone.numDeletedRows > 0n;
  }

  listImported(learnerId: string): Promise<SharedOutcome[]> {
    return this.#db
      .selectFrom('importedOutcomes')
      .select(['id', 'certification', 'takenIn', 'probability', 'passed'])
      .where('learnerId', '=', learnerId)
      .orderBy('id')
      .execute();
  }

  /** @returns how many were new */
  async import(learnerId: string, outcomes: readonly SharedOutcome[], importedAt: Instant): Promise<number> {
    if (outcomes.length === 0) return 0;
    const rows = await this.#db
      .insertInto('importedOutcomes')
      .values(outcomes.map((outcome) => ({ ...outcome, learnerId, importedAt: new Date(importedAt) })))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    return rows.length;
  }

  async deleteImported(learnerId: string): Promise<void> {
    await this.#db.deleteFrom('importedOutcomes').where('learnerId', '=', learnerId).execute();
  }

  #owned(learnerId: string) {
    return this.#db.selectFrom('outcomes').selectAll().where('learnerId', '=', learnerId);
  }
}

function outcomeOf({ learnerId: _owner, predicted, recordedAt, ...row }: OutcomeRow): StoredOutcome {
  return { ...row, predicted: predicted && FrozenPrediction.parse(predicted), recordedAt: recordedAt.getTime() };
}
