import { StudySettings } from '@cairn/contract';
import { type Db, sql } from '@cairn/db';
import type { Day, Instant } from '@cairn/kernel';
import { isDay } from '@cairn/kernel';
import { z } from 'zod';

/** Weights of the memory model that predicted this learner's reviews better than the defaults. */
const Fitted = z.strictObject({
  weights: z.array(z.number()).length(21),
  at: z.number().int(),
  reviews: z.number().int(),
});
export type Fitted = z.infer<typeof Fitted>;

/** Of a plan, all that cards need to know. */
const PlannedExam = z.looseObject({ goal: z.looseObject({ kind: z.literal('exam-day'), day: z.string() }) });

export type StoredSettings = { readonly settings: StudySettings; readonly fitted: Fitted | undefined };

/** How somebody wants to study. A field that a newer program knows is left out, one that an older lacks has a default. */
export class SettingsRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async find(learnerId: string): Promise<StoredSettings> {
    const row = await this.#db
      .selectFrom('studySettings')
      .select(['settings', 'fitted'])
      .where('learnerId', '=', learnerId)
      .executeTakeFirst();
    const fitted = Fitted.safeParse(row?.fitted);
    return { settings: readSettings(row?.settings ?? {}), fitted: fitted.success ? fitted.data : undefined };
  }

  async save(learnerId: string, settings: StudySettings, now: Instant): Promise<void> {
    const values = { settings: JSON.stringify(settings), updatedAt: new Date(now) };
    await this.#db
      .insertInto('studySettings')
      .values({ learnerId, ...values })
      .onConflict((conflict) => conflict.column('learnerId').doUpdateSet(values))
      .execute();
  }

  /** The zone alone: whatever else was set meanwhile stays. */
  async saveTimeZone(learnerId: string, timeZone: string, now: Instant): Promise<void> {
    const settings = JSON.stringify({ timeZone });
    const updatedAt = new Date(now);
    await this.#db
      .insertInto('studySettings')
      .values({ learnerId, settings, updatedAt })
      .onConflict((conflict) =>
        conflict
          .column('learnerId')
          .doUpdateSet({ settings: sql`study_settings.settings || excluded.settings`, updatedAt }),
      )
      .execute();
  }

  async saveFitted(learnerId: string, fitted: Fitted, now: Instant): Promise<void> {
    const values = { fitted: JSON.stringify(fitted), updatedAt: new Date(now) };
    await this.#db
      .insertInto('studySettings')
      .values({ learnerId, settings: '{}', ...values })
      .onConflict((conflict) => conflict.column('learnerId').doUpdateSet(values))
      .execute();
  }

  /** The exam days that plans hold. */
  async plannedDays(learnerId: string): Promise<Record<string, Day>> {
    const rows = await this.#db
      .selectFrom('plans')
      .select(['exam', 'input'])
      .where('learnerId', '=', learnerId)
      .execute();
    return Object.fromEntries(
      rows.flatMap(({ exam, input }) => {
        const planned = PlannedExam.safeParse(input);
        const day = planned.success ? planned.data.goal.day : '';
        return isDay(day) ? [[exam, day] as const] : [];
      }),
    );
  }
}

function readSettings(stored: object): StudySettings {
  const known = Object.fromEntries(Object.entries(stored).filter(([key]) => key in StudySettings.shape));
  const read = StudySettings.safeParse(known);
  return read.success ? read.data : StudySettings.parse({});
}
