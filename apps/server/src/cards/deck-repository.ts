import { type CardStateFilter, PutOwnCard } from '@cairn/contract';
import { type Db, sql, type Transaction } from '@cairn/db';
import type { Instant } from '@cairn/kernel';
import type { CardMemory } from '@cairn/scheduling';
import type { z } from 'zod';

/** What the queue needs of an own card; its text is read for the few that are shown. */
export type OwnCardHead = {
  readonly id: string;
  readonly origin: OwnCardRow['origin'];
  readonly source: string | null;
  readonly exam: string | null;
  readonly task: string | null;
};

export type OwnCardRow = {
  readonly id: string;
  readonly origin: 'own' | 'missed' | 'glossary' | 'anki';
  readonly source: string | null;
  readonly exam: string | null;
  readonly task: string | null;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
};

export type CardState = {
  readonly cardId: string;
  readonly memory: CardMemory | undefined;
  readonly isSuspended: boolean;
};

export type NewOwnCard = Omit<z.infer<typeof PutOwnCard>, 'origin'> & { readonly origin: OwnCardRow['origin'] };

const CARD = ['id', 'origin', 'source', 'exam', 'task', 'front', 'back', 'tags'] as const;

export const tagsOf = (tags: object): string[] => PutOwnCard.shape.tags.catch([]).parse(tags);

/**
 * Written by this program from its own type. Of tens of thousands only the fields that could do harm are looked at:
 * what is odd counts as new until its reviews are replayed.
 */
export function memoryOf(stored: object | null, dueAt: Date | null): CardMemory | undefined {
  if (stored === null) return undefined;
  const memory = stored as CardMemory; // checked on the next line
  if (!(memory.stability > 0 && memory.difficulty >= 1 && memory.lastReviewAt >= 0)) return undefined;
  return dueAt === null ? memory : { ...memory, dueAt: dueAt.getTime() as Instant };
}

type LoadAsked = {
  readonly from: Instant;
  readonly days: number;
  /** Cards that get another day now. */
  readonly without: readonly string[];
};

/** Own cards, and what is remembered of any card. Every query names the learner. */
export class DeckRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /**
   * Changes with every write to the cards or states of the learner. The newest alone would not tell what a server wrote
   * whose clock is behind; from an index the sum of 20,000 takes some milliseconds.
   */
  async version(learnerId: string, on: Db | Transaction = this.#db): Promise<string> {
    const { rows } = await sql<{ version: string | null }>`
      select concat_ws('/',
        (select concat(count(*), ' ', sum((date_part('epoch', updated_at) * 1000)::bigint)) from own_cards where learner_id = ${learnerId}),
        (select concat(count(*), ' ', sum((date_part('epoch', updated_at) * 1000)::bigint)) from card_states where learner_id = ${learnerId})
      ) as version`.execute(on);
    return rows[0]?.version ?? '';
  }

  ownHeads(learnerId: string): Promise<OwnCardHead[]> {
    return this.#db
      .selectFrom('ownCards')
      .select(['id', 'origin', 'source', 'exam', 'task'])
      .where('learnerId', '=', learnerId)
      .where('removedAt', 'is', null)
      .orderBy('createdAt')
      .orderBy('id')
      .execute();
  }

  async states(learnerId: string): Promise<CardState[]> {
    const rows = await this.#db
      .selectFrom('cardStates')
      .select(['cardId', 'memory', 'dueAt', 'isSuspended'])
      .where('learnerId', '=', learnerId)
      .execute();
    return rows.map(({ cardId, memory, dueAt, isSuspended }) => ({
      cardId,
      memory: memoryOf(memory, dueAt),
      isSuspended,
    }));
  }

  async ownCards(learnerId: string, ids: readonly string[]): Promise<OwnCardRow[]> {
    if (ids.length === 0) return [];
    const rows = await this.#db
      .selectFrom('ownCards')
      .select(CARD)
      .where('learnerId', '=', learnerId)
      .where('id', 'in', ids)
      .where('removedAt', 'is', null)
      .execute();
    return rows.map((row) => ({ ...row, tags: tagsOf(row.tags) }));
  }

  /** Ids of own cards whose text holds the words, whatever their case. */
  async searchOwn(learnerId: string, words: string): Promise<ReadonlySet<string>> {
    const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.#db
      .selectFrom('ownCards')
      .select('id')
      .where('learnerId', '=', learnerId)
      .where('removedAt', 'is', null)
      .where((row) => row.or([row('front', 'ilike', pattern), row('back', 'ilike', pattern)]))
      .execute();
    return new Set(rows.map(({ id }) => id));
  }

  /** Own cards by id, removed ones too: a late review of them is still one. */
  async knownIds(learnerId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const rows = await this.#db
      .selectFrom('ownCards')
      .select('id')
      .where('learnerId', '=', learnerId)
      .where('id', 'in', ids)
      .execute();
    return new Set(rows.map(({ id }) => id));
  }

  async findBySource(
    learnerId: string,
    source: string,
    on: Db | Transaction = this.#db,
  ): Promise<{ id: string; isRemoved: boolean } | undefined> {
    const row = await on
      .selectFrom('ownCards')
      .select(['id', 'removedAt'])
      .where('learnerId', '=', learnerId)
      .where('source', '=', source)
      .executeTakeFirst();
    return row && { id: row.id, isRemoved: row.removedAt !== null };
  }

  /** A removed card gives up what it was made of. */
  async freeSource(on: Transaction, learnerId: string, id: string): Promise<void> {
    await on
      .updateTable('ownCards')
      .set({ source: null })
      .where('learnerId', '=', learnerId)
      .where('id', '=', id)
      .where('removedAt', 'is not', null)
      .execute();
  }

  /** @returns false if the id belongs to somebody else */
  async saveOwn(on: Transaction, learnerId: string, id: string, card: NewOwnCard, now: Instant): Promise<boolean> {
    const at = new Date(now);
    const { front, back, exam, task, origin, source } = card;
    const values = { front, back, exam, task, tags: JSON.stringify(card.tags), updatedAt: at, removedAt: null };
    const stored = await on
      .insertInto('ownCards')
      .values({ id, learnerId, origin, source, createdAt: at, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values).where('ownCards.learnerId', '=', learnerId))
      .returning('id')
      .executeTakeFirst();
    return stored !== undefined;
  }

  async removeOwn(learnerId: string, id: string, now: Instant): Promise<void> {
    await this.#db
      .updateTable('ownCards')
      .set({ removedAt: new Date(now), updatedAt: new Date(now) })
      .where('learnerId', '=', learnerId)
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .execute();
  }

  async suspend(learnerId: string, cardIds: readonly string[], isSuspended: boolean, now: Instant): Promise<void> {
    const at = new Date(now);
    await this.#db
      .insertInto('cardStates')
      .values(cardIds.map((cardId) => ({ learnerId, cardId, memory: null, isSuspended, updatedAt: at })))
      .onConflict((conflict) => conflict.columns(['learnerId', 'cardId']).doUpdateSet({ isSuspended, updatedAt: at }))
      .execute();
  }

  /** Under the lock of reviews: one that is taken meanwhile would bring the memory back. */
  async reset(on: Transaction, learnerId: string, cardIds: readonly string[], now: Instant): Promise<void> {
    const at = new Date(now);
    const values = { memory: null, imported: null, dueAt: null, resetAt: at, updatedAt: at };
    await on
      .insertInto('cardStates')
      .values(cardIds.map((cardId) => ({ learnerId, cardId, ...values })))
      .onConflict((conflict) => conflict.columns(['learnerId', 'cardId']).doUpdateSet(values))
      .execute();
  }

  /** Cards that fall due on each of the days after `from`, by their number. */
  async load(
    on: Transaction,
    learnerId: string,
    { from, days, without }: LoadAsked,
  ): Promise<ReadonlyMap<number, number>> {
    const start = new Date(from);
    const end = new Date(from + days * 86_400_000);
    const { rows } = await sql<{ day: number; cards: number }>`
      select floor(extract(epoch from (due_at - ${start})) / 86400)::int as day, count(*)::int as cards
      from card_states
      where learner_id = ${learnerId} and due_at >= ${start} and due_at < ${end} and not is_suspended
        and card_id <> all(${[...without]}::text[])
      group by 1`.execute(on);
    return new Map(rows.map(({ day, cards }) => [day, cards]));
  }
}

/** Whether a card is in a state that a list can be narrowed to. */
export function isInState(
  filter: CardStateFilter,
  { memory, isSuspended }: { readonly memory?: CardMemory | undefined; readonly isSuspended: boolean },
  dayEndsAt: Instant,
): boolean {
  if (filter === 'suspended') return isSuspended;
  if (filter === 'new') return memory === undefined;
  if (filter === 'due') return !isSuspended && memory !== undefined && memory.dueAt < dayEndsAt;
  return memory !== undefined && (memory.phase === 'review') === (filter === 'review');
}
