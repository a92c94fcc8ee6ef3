import { PlanChoices } from '@cairn/contract';
import type { Db } from '@cairn/db';
import type { Instant } from '@cairn/kernel';
import { Plan } from '@cairn/scheduling';

export type StoredPlan = {
  readonly exam: string;
  readonly choices: PlanChoices;
  readonly plan: Plan;
  readonly madeAt: Instant;
  readonly updatedAt: Instant;
};

type Row = { exam: string; input: object; plan: object; madeAt: Date; updatedAt: Date };

const COLUMNS = ['exam', 'input', 'plan', 'madeAt', 'updatedAt'] as const;

/** The plans of learners, one for each exam; every query names the learner. */
export class PlanRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async find(learnerId: string, exam: string): Promise<StoredPlan | undefined> {
    const row = await this.#owned(learnerId).where('exam', '=', exam).executeTakeFirst();
    return row && planOf(row)[0];
  }

  /** The nearest exam first. */
  async list(learnerId: string): Promise<StoredPlan[]> {
    const rows = await this.#owned(learnerId).execute();
    return rows.flatMap(planOf).sort((a, b) => compare(a.plan.examDay, b.plan.examDay) || compare(a.exam, b.exam));
  }

  async save(learnerId: string, { exam, choices, plan, madeAt, updatedAt }: StoredPlan): Promise<void> {
    const values = {
      input: JSON.stringify(choices),
      plan: JSON.stringify(plan),
      updatedAt: new Date(updatedAt),
    };
    await this.#db
      .insertInto('plans')
      .values({ learnerId, exam, madeAt: new Date(madeAt), ...values })
      .onConflict((conflict) => conflict.columns(['learnerId', 'exam']).doUpdateSet(values))
      .execute();
  }

  async remove(learnerId: string, exam: string): Promise<void> {
    await this.#db.deleteFrom('plans').where('learnerId', '=', learnerId).where('exam', '=', exam).execute();
  }

  #owned(learnerId: string) {
    return this.#db.selectFrom('plans').select(COLUMNS).where('learnerId', '=', learnerId);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A plan that this program cannot read, since a later one wrote it, counts as none: it can be made anew. */
function planOf({ exam, input, plan, madeAt, updatedAt }: Row): StoredPlan[] {
  const choices = PlanChoices.safeParse(input);
  const read = Plan.safeParse(plan);
  if (!choices.success || !read.success) return [];
  return [
    {
      exam,
      choices: choices.data,
      plan: read.data,
      madeAt: madeAt.getTime() as Instant,
      updatedAt: updatedAt.getTime() as Instant,
    },
  ];
}
