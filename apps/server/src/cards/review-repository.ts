import type { SentReview } from '@cairn/contract';
import { type Db, sql, type Transaction } from '@cairn/db';
import type { Instant } from '@cairn/kernel';
import type { CardMemory, Review } from '@cairn/scheduling';
import { memoryOf } from './deck-repository.ts';

/** Where the memory of a card starts: what an import brought, or nothing; what was left behind; and where it stands. */
export type CardStart = {
  readonly imported: CardMemory | undefined;
  readonly resetAt: Instant | undefined;
  readonly stored: CardMemory | undefined;
};

export type DerivedState = {
  readonly cardId: string;
  readonly memory: CardMemory | undefined;
  readonly dueAt: Instant;
};

export type LoggedReview = Review & { readonly seconds: number };

export type TodayDone = { readonly reviews: number; readonly newCards: number; readonly seconds: number };

/** The log of answers, and the states that are derived from it. */
export class ReviewRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** One writer of a learner's cards at a time, so that a state is derived from the whole log. */
  locked<T>(learnerId: string, work: (on: Transaction) => Promise<T>): Promise<T> {
    return this.#db.transaction().execute(async (on) => {
      await on.selectFrom('learners').select('id').where('id', '=', learnerId).forNoKeyUpdate().execute();
      return work(on);
    });
  }

  /** @returns ids that this learner's log holds now, each with the card it is of */
  async append(
    on: Transaction,
    learnerId: string,
    reviews: readonly SentReview[],
    now: Instant,
  ): Promise<ReadonlyMap<string, string>> {
    await on
      .insertInto('cardReviews')
      .values(reviews.map(({ at, ...rest }) => ({ ...rest, learnerId, at: new Date(at), receivedAt: new Date(now) })))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    const rows = await on
      .selectFrom('cardReviews')
      .select(['id', 'cardId'])
      .where('learnerId', '=', learnerId)
      .where(
        'id',
        'in',
        reviews.map(({ id }) => id),
      )
      .execute();
    return new Map(rows.map(({ id, cardId }) => [id, cardId]));
  }

  /** Every answer to these cards, by card. */
  async logs(
    on: Db | Transaction,
    learnerId: string,
    cardIds?: readonly string[],
  ): Promise<Map<string, LoggedReview[]>> {
    let query = on
      .selectFrom('cardReviews')
      .select(['id', 'cardId', 'rating', 'at', 'seconds'])
      .where('learnerId', '=', learnerId)
      .orderBy('cardId')
      .orderBy('at')
      .orderBy('id');
    if (cardIds) query = query.where('cardId', 'in', cardIds);
    const logs = new Map<string, LoggedReview[]>();
    for (const { cardId, id, rating, at, seconds } of await query.execute()) {
      const log = logs.get(cardId) ?? [];
      log.push({ id, rating, at: at.getTime() as Instant, seconds });
      logs.set(cardId, log);
    }
    return logs;
  }

  async starts(on: Db | Transaction, learnerId: string, cardIds?: readonly string[]): Promise<Map<string, CardStart>> {
    let query = on
      .selectFrom('cardStates')
      .select(['cardId', 'imported', 'resetAt', 'memory', 'dueAt'])
      .where('learnerId', '=', learnerId);
    if (cardIds) query = query.where('cardId', 'in', cardIds);
    const rows = await query.execute();
    return new Map(
      rows.map(({ cardId, imported, resetAt, memory, dueAt }) => [
        cardId,
        {
          imported: memoryOf(imported, null),
          resetAt: resetAt ? (resetAt.getTime() as Instant) : undefined,
          stored: memoryOf(memory, dueAt),
        },
      ]),
    );
  }

  async dueAt(on: Transaction, learnerId: string, cardIds: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
    const rows = await on
      .selectFrom('cardStates')
      .select(['cardId', 'dueAt'])
      .where('learnerId', '=', learnerId)
      .where('cardId', 'in', cardIds)
      .execute();
    return new Map(rows.flatMap(({ cardId, dueAt }) => (dueAt ? [[cardId, dueAt.getTime() as Instant] as const] : [])));
  }

  async saveStates(on: Transaction, learnerId: string, states: readonly DerivedState[], now: Instant): Promise<void> {
    if (states.length === 0) return;
    await on
      .insertInto('cardStates')
      .values(
        states.map(({ cardId, memory, dueAt }) => ({
          learnerId,
          cardId,
          memory: memory ? JSON.stringify(memory) : null,
          dueAt: memory ? new Date(dueAt) : null,
          updatedAt: new Date(now),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['learnerId', 'cardId']).doUpdateSet(({ ref }) => ({
          memory: ref('excluded.memory'),
          dueAt: ref('excluded.dueAt'),
          updatedAt: ref('excluded.updatedAt'),
        })),
      )
      .execute();
  }

  /** What was done since the day began. A card is new on the day of its very first answer. */
  async doneSince(learnerId: string, from: Instant): Promise<TodayDone> {
    const start = new Date(from);
    const { rows } = await sql<{ reviews: number; seconds: number; fresh: number }>`
      select count(*)::int as reviews, coalesce(sum(seconds), 0)::float8 as seconds,
        count(distinct card_id) filter (where not exists (
          select 1 from card_reviews before
          where before.learner_id = done.learner_id and before.card_id = done.card_id and before.at < ${start}
        ) and not exists (
          select 1 from card_states brought
          where brought.learner_id = done.learner_id and brought.card_id = done.card_id and brought.imported is not null
        ))::int as fresh
      from card_reviews done
      where done.learner_id = ${learnerId} and done.at >= ${start}`.execute(this.#db);
    const [row] = rows;
    return { reviews: row?.reviews ?? 0, seconds: row?.seconds ?? 0, newCards: row?.fresh ?? 0 };
  }

  /** Answers to cards that had been answered on an earlier day (twelve hours before or more), and those recalled. */
  async retentionSince(learnerId: string, from: Instant): Promise<{ reviews: number; recalled: number }> {
    const { rows } = await sql<{ reviews: number; recalled: number }>`
      select count(*)::int as reviews, count(*) filter (where rating <> 'again')::int as recalled
      from card_reviews done
      where done.learner_id = ${learnerId} and done.at >= ${new Date(from)} and exists (
        select 1 from card_reviews before where before.learner_id = done.learner_id
          and before.card_id = done.card_id and before.at < done.at - interval '12 hours'
      ) and not exists (
        select 1 from card_reviews near where near.learner_id = done.learner_id and near.card_id = done.card_id
          and near.at < done.at and near.at >= done.at - interval '12 hours'
      )`.execute(this.#db);
    return rows[0] ?? { reviews: 0, recalled: 0 };
  }

  async count(learnerId: string): Promise<number> {
    const row = await this.#db
      .selectFrom('cardReviews')
      .select(({ fn }) => fn.countAll<string>().as('reviews'))
      .where('learnerId', '=', learnerId)
      .executeTakeFirst();
    return Number(row?.reviews ?? 0);
  }
}
