import { type Db, sql, type Transaction } from '@cairn/db';
import type { Instant } from '@cairn/kernel';
import type { CardMemory } from '@cairn/scheduling';
import { type OwnCardRow, tagsOf } from './deck-repository.ts';

export type BroughtCard = {
  readonly id: string;
  readonly source: string;
  readonly exam: string | null;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
};

export type BroughtMemory = { readonly cardId: string; readonly memory: CardMemory };

/** Rows in one statement: PostgreSQL takes at most 65,535 parameters. */
const CHUNK = 500;

function* chunksOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += CHUNK) yield rows.slice(start, start + CHUNK);
}

/** Decks that come from Anki, and go there. */
export class AnkiRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async allOwn(learnerId: string): Promise<OwnCardRow[]> {
    const rows = await this.#db
      .selectFrom('ownCards')
      .select(['id', 'origin', 'source', 'exam', 'task', 'front', 'back', 'tags'])
      .where('learnerId', '=', learnerId)
      .where('removedAt', 'is', null)
      .orderBy('createdAt')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ ...row, tags: tagsOf(row.tags) }));
  }

  /** Sources of own cards that an import made, removed ones too, with their ids. */
  async brought(learnerId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#db
      .selectFrom('ownCards')
      .select(['id', 'source'])
      .where('learnerId', '=', learnerId)
      .where('origin', '=', 'anki')
      .execute();
    return new Map(rows.flatMap(({ id, source }) => (source === null ? [] : [[source, id] as const])));
  }

  /** New cards are added, known ones get their present words; where somebody put one here (exam) it stays. */
  async saveCards(on: Transaction, learnerId: string, cards: readonly BroughtCard[], now: Instant): Promise<void> {
    const at = new Date(now);
    for (const chunk of chunksOf(cards)) {
      await on
        .insertInto('ownCards')
        .values(
          chunk.map(({ tags, ...card }) => ({
            ...card,
            ...{ learnerId, origin: 'anki' as const, tags: JSON.stringify(tags), createdAt: at, updatedAt: at },
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['learnerId', 'source']).doUpdateSet(({ ref }) => ({
            front: ref('excluded.front'),
            back: ref('excluded.back'),
            tags: ref('excluded.tags'),
            updatedAt: at,
            removedAt: null,
          })),
        )
        .execute();
    }
  }

  /** Takes what another program remembers where it saw the card later than we did. @returns the cards it took */
  async saveMemories(
    on: Transaction,
    learnerId: string,
    memories: readonly BroughtMemory[],
    now: Instant,
  ): Promise<number> {
    const at = new Date(now);
    let taken = 0;
    for (const chunk of chunksOf(memories)) {
      const rows = await on
        .insertInto('cardStates')
        .values(
          chunk.map(({ cardId, memory }) => {
            const text = JSON.stringify(memory);
            const dueAt = new Date(memory.dueAt);
            return { learnerId, cardId, memory: text, imported: text, dueAt, updatedAt: at };
          }),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['learnerId', 'cardId'])
            .doUpdateSet(({ ref }) => ({
              memory: ref('excluded.memory'),
              imported: ref('excluded.imported'),
              dueAt: ref('excluded.dueAt'),
              updatedAt: at,
            }))
            .where(
              sql<boolean>`coalesce((card_states.memory ->> 'lastReviewAt')::numeric, -1) + ${SAME_MILLISECONDS} < (excluded.memory ->> 'lastReviewAt')::numeric`,
            ),
        )
        .returning('cardId')
        .execute();
      taken += rows.length;
    }
    return taken;
  }
}

/** Anki keeps whole seconds of an answer. */
const SAME_MILLISECONDS = 2000;
