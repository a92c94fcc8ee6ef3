import { SavedRoadmap } from '@cairn/contract';
import type { Db } from '@cairn/db';

/** Saved answers and roadmaps of one learner. */
export class LearnerRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** In single-learner mode the one learner is there from the first start. */
  async ensure(learnerId: string): Promise<void> {
    await this.#db
      .insertInto('learners')
      .values({ id: learnerId, displayName: 'Learner' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async findProfile(learnerId: string) {
    const row = await this.#db
      .selectFrom('profiles')
      .select('profile')
      .where('learnerId', '=', learnerId)
      .executeTakeFirst();
    return row?.profile;
  }

  async saveProfile(learnerId: string, profile: Record<string, unknown>) {
    const values = { learnerId, profile: JSON.stringify(profile), updatedAt: new Date() };
    await this.#db
      .insertInto('profiles')
      .values(values)
      .onConflict((conflict) => conflict.column('learnerId').doUpdateSet(values))
      .execute();
  }

  async listRoadmaps(learnerId: string): Promise<SavedRoadmap[]> {
    const rows = await this.#db
      .selectFrom('roadmaps')
      .selectAll()
      .where('learnerId', '=', learnerId)
      .orderBy('updatedAt', 'desc')
      .limit(200)
      .execute();
    return rows.map(({ learnerId: _owner, createdAt: _created, updatedAt, ...row }) =>
      SavedRoadmap.parse({ ...row, updatedAt: updatedAt.getTime() }),
    );
  }

  /** @returns false if the id belongs to somebody else */
  async saveRoadmap(learnerId: string, saved: SavedRoadmap): Promise<boolean> {
    const values = {
      goal: saved.goal,
      inputs: JSON.stringify(saved.inputs),
      roadmap: JSON.stringify(saved.roadmap),
      done: JSON.stringify(saved.done),
      catalogVersion: saved.catalogVersion,
      updatedAt: new Date(saved.updatedAt),
    };
    const stored = await this.#db
      .insertInto('roadmaps')
      .values({ id: saved.id, learnerId, createdAt: values.updatedAt, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values).where('roadmaps.learnerId', '=', learnerId))
      .returning('id')
      .executeTakeFirst();
    return stored !== undefined;
  }

  async deleteRoadmap(learnerId: string, id: string): Promise<boolean> {
    const gone = await this.#db
      .deleteFrom('roadmaps')
      .where('id', '=', id)
      .where('learnerId', '=', learnerId)
      .executeTakeFirst();
    return gone.numDeletedRows > 0n;
  }
}
