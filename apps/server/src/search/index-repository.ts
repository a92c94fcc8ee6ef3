import { type Db, sql, type Transaction } from '@cairn/db';
import type { SearchDocument } from './documents.ts';

export type SearchIndex = {
  /** Of the documents. */
  readonly digest: string;
  /** Frequent ones first. */
  readonly words: readonly string[];
  readonly documents: readonly SearchDocument[];
};

/** Any fixed number: whoever makes the index anew asks for this lock. "FIND" in ASCII. */
const INDEX_LOCK = 0x46_49_4e_44;
const ROWS_A_STATEMENT = 250;

/** What can be found, as the database holds it. */
export class IndexRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Of which content the documents are; undefined until they were made for the first time. */
  async digest(on: Db | Transaction = this.#db): Promise<string | undefined> {
    const row = await on.selectFrom('searchIndex').select('digest').executeTakeFirst();
    return row?.digest;
  }

  /** Frequent ones first. */
  async words(): Promise<readonly string[]> {
    const row = await this.#db.selectFrom('searchIndex').select('words').executeTakeFirst();
    return row?.words ?? [];
  }

  /**
   * Puts these documents in the place of those before. Searches meanwhile find what was there; a second server that
   * does the same waits, and then has nothing to do.
   *
   * @param signal gives up, and leaves everything as it was
   * @returns false if the documents of this digest were there already
   */
  async replace({ digest, words, documents }: SearchIndex, signal?: AbortSignal): Promise<boolean> {
    const isNew = await this.#db.transaction().execute(async (on) => {
      await sql`select pg_advisory_xact_lock(${INDEX_LOCK})`.execute(on);
      if ((await this.digest(on)) === digest) return false;
      await on.deleteFrom('searchDocuments').execute();
      for (let at = 0; at < documents.length; at += ROWS_A_STATEMENT) {
        signal?.throwIfAborted();
        await on
          .insertInto('searchDocuments')
          .values(documents.slice(at, at + ROWS_A_STATEMENT))
          .execute();
      }
      const row = { digest, words: [...words] };
      await on
        .insertInto('searchIndex')
        .values({ id: true, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      return true;
    });
    if (isNew) await this.#settle();
    return isNew;
  }

  /** What was written in bulk is put in its place now, not by the first who search. */
  async #settle(): Promise<void> {
    await sql`select gin_clean_pending_list('search_documents_by_word'::regclass)`.execute(this.#db);
    await sql`analyze search_documents`.execute(this.#db);
  }
}
