import { type Db, sql, type Transaction } from '@cairn/db';
import type { Instant } from '@cairn/kernel';

export type NewDiagnosis = {
  readonly id: string;
  readonly learnerId: string;
  readonly exam: string;
  readonly title: string;
  readonly seed: string;
  readonly frozen: object;
  readonly startedAt: Instant;
};

export type StoredDiagnosis = {
  readonly id: string;
  readonly exam: string;
  readonly title: string;
  readonly seed: string;
  readonly frozen: object;
  readonly startedAt: Instant;
  readonly overAt: Instant | null;
  readonly result: object | null;
};

/** One answer as it was recorded; the number of the question is its place in the list. */
export type StoredAnswer = {
  readonly eventId: string;
  readonly itemId: string;
  readonly response: object | null;
  readonly credit: number;
};

export type NewAnswer = StoredAnswer & {
  readonly sequence: number;
  readonly clientAt: number;
  readonly receivedAt: Instant;
};

const instantOf = (date: Date): Instant => date.getTime() as Instant;

/** Diagnoses of learners; every query names the learner. */
export class DiagnosisRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** @returns false if the id is taken, or another diagnosis of this exam runs */
  async insert(diagnosis: NewDiagnosis): Promise<boolean> {
    const row = await this.#db
      .insertInto('diagnoses')
      .values({
        ...diagnosis,
        frozen: JSON.stringify(diagnosis.frozen),
        startedAt: new Date(diagnosis.startedAt),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** @param lock keeps other writers out until the transaction ends, over all server processes */
  async find(learnerId: string, id: string, on: Db | Transaction = this.#db, lock = false) {
    const query = on.selectFrom('diagnoses').selectAll().where('id', '=', id).where('learnerId', '=', learnerId);
    const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
    if (row === undefined) return undefined;
    const { learnerId: _owner, startedAt, overAt, ...rest } = row;
    const stored: StoredDiagnosis = { ...rest, startedAt: instantOf(startedAt), overAt: overAt && instantOf(overAt) };
    return stored;
  }

  async findRunning(learnerId: string, exam: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('diagnoses')
      .select('id')
      .where('learnerId', '=', learnerId)
      .where('exam', '=', exam)
      .where('overAt', 'is', null)
      .executeTakeFirst();
    return row?.id;
  }

  /** Newest first, without the frozen questions. */
  list(learnerId: string, exam: string | undefined, limit: number) {
    const query = this.#db
      .selectFrom('diagnoses')
      .select((of) => [
        'id',
        'exam',
        'title',
        'startedAt',
        'overAt',
        'result',
        of
          .selectFrom('diagnosisAnswers')
          .select(sql<number>`count(*)::int`.as('count'))
          .whereRef('diagnosisAnswers.diagnosisId', '=', 'diagnoses.id')
          .as('answered'),
      ])
      .where('learnerId', '=', learnerId)
      .orderBy('startedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(limit);
    return (exam === undefined ? query : query.where('exam', '=', exam)).execute();
  }

  /** In the order in which they were asked. The caller has found the diagnosis under its learner. */
  answers(id: string, on: Db | Transaction = this.#db): Promise<StoredAnswer[]> {
    return on
      .selectFrom('diagnosisAnswers')
      .select(['eventId', 'itemId', 'response', 'credit'])
      .where('diagnosisId', '=', id)
      .orderBy('sequence')
      .execute();
  }

  async append(on: Transaction, id: string, answer: NewAnswer): Promise<void> {
    await on
      .insertInto('diagnosisAnswers')
      .values({
        ...answer,
        diagnosisId: id,
        response: answer.response === null ? null : JSON.stringify(answer.response),
        clientAt: new Date(answer.clientAt),
        receivedAt: new Date(answer.receivedAt),
      })
      .execute();
  }

  async end(on: Transaction, learnerId: string, id: string, overAt: Instant, result: object): Promise<void> {
    await on
      .updateTable('diagnoses')
      .set({ overAt: new Date(overAt), result: JSON.stringify(result) })
      .where('id', '=', id)
      .where('learnerId', '=', learnerId)
      .execute();
  }

  transaction<T>(work: (on: Transaction) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute(work);
  }
}
