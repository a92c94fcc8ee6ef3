import { type Db, sql, type Transaction } from '@cairn/db';

/** One observation about skills: an answer that counts. Append-only; everything else is derived from it. */
export type Observation = {
  readonly id: string;
  readonly learnerId: string;
  readonly at: number;
  readonly attemptId: string;
  readonly exam: string;
  readonly slot: string;
  readonly skills: readonly string[];
  readonly task: string;
  readonly itemId: string;
  /** Which question of a case study or series; null for a simple item. */
  readonly part: string | null;
  readonly itemVersion: number;
  /** Share of the credit earned, 0 to 1. */
  readonly credit: number;
};

/** A question as last answered. */
export type LastAnswer = {
  readonly itemId: string;
  readonly part: string | null;
  readonly task: string;
  readonly credit: number;
};

export class EvidenceRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Appends observations; one that is there already (same attempt and slot) stays as it was. */
  async append(on: Transaction, observations: readonly Observation[]): Promise<void> {
    if (observations.length === 0) return;
    await on
      .insertInto('evidence')
      .values(
        observations.map(({ attemptId, exam, slot, part, at, itemVersion, ...rest }) => ({
          ...rest,
          at: new Date(at),
          kind: 'item-answer',
          source: JSON.stringify({ attemptId, exam, slot, part }),
          naturalKey: `attempt:${attemptId}:${slot}`,
          itemVersion: String(itemVersion),
          weight: 1,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** The latest answer to each question of one bank; items are named `bank/slug`. */
  async lastAnswers(learnerId: string, bank: string): Promise<LastAnswer[]> {
    const part = sql<string | null>`source ->> 'part'`;
    const rows = await this.#db
      .selectFrom('evidence')
      .select(['itemId', 'task', 'credit', part.as('part')])
      .distinctOn(['itemId', part])
      .where('learnerId', '=', learnerId)
      .where('kind', '=', 'item-answer')
      .where('itemId', 'like', `${bank}/%`)
      .orderBy('itemId')
      .orderBy(part)
      .orderBy('at', 'desc')
      .execute();
    return rows.flatMap(({ itemId, part, task, credit }) => (itemId && task ? [{ itemId, part, task, credit }] : []));
  }
}
