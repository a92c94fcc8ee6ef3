import { SavedSurvey, type SurveyHeading } from '@cairn/contract';
import { type Db, sql } from '@cairn/db';

/** Of one learner; a survey is up to a megabyte. */
const MOST_SURVEYS = 50;

const POSTINGS = sql<number>`coalesce((evidence ->> 'postings')::numeric::int, 0)`;

type NewSurvey = Pick<SavedSurvey, 'id' | 'name' | 'survey' | 'evidence'> & { readonly at: number };

/** Surveys of postings, each query for one learner. */
export class SurveyRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async list(learnerId: string): Promise<SurveyHeading[]> {
    const rows = await this.#db
      .selectFrom('postingSurveys')
      .select(['id', 'name', 'madeAt', POSTINGS.as('postings')])
      .where('learnerId', '=', learnerId)
      .orderBy('madeAt', 'desc')
      .orderBy('id')
      .limit(MOST_SURVEYS)
      .execute();
    return rows.map(({ madeAt, ...rest }) => ({ ...rest, madeAt: madeAt.getTime() }));
  }

  async find(learnerId: string, id: string): Promise<SavedSurvey | undefined> {
    const row = await this.#db
      .selectFrom('postingSurveys')
      .select(['id', 'name', 'survey', 'evidence', 'madeAt', POSTINGS.as('postings')])
      .where('learnerId', '=', learnerId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row && SavedSurvey.parse({ ...row, madeAt: row.madeAt.getTime() });
  }

  /** A survey that is there keeps the moment at which it was made. */
  async save(learnerId: string, { id, at, ...survey }: NewSurvey): Promise<'saved' | 'foreign' | 'full'> {
    return this.#db.transaction().execute(async (on) => {
      // Two pages that save at once come one after the other, or both would find room for the last.
      await on.selectFrom('learners').select('id').where('id', '=', learnerId).forUpdate().execute();
      const others = await on
        .selectFrom('postingSurveys')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('learnerId', '=', learnerId)
        .where('id', '!=', id)
        .executeTakeFirstOrThrow();
      if (Number(others.count) >= MOST_SURVEYS) return 'full';
      const values = {
        name: survey.name,
        survey: JSON.stringify(survey.survey),
        evidence: JSON.stringify(survey.evidence),
        updatedAt: new Date(at),
      };
      const stored = await on
        .insertInto('postingSurveys')
        .values({ id, learnerId, madeAt: new Date(at), ...values })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet(values).where('postingSurveys.learnerId', '=', learnerId),
        )
        .returning('id')
        .executeTakeFirst();
      return stored === undefined ? 'foreign' : 'saved';
    });
  }

  async remove(learnerId: string, id: string): Promise<boolean> {
    const gone = await this.#db
      .deleteFrom('postingSurveys')
      .where('id', '=', id)
      .where('learnerId', '=', learnerId)
      .executeTakeFirst();
    return gone.numDeletedRows > 0n;
  }
}
