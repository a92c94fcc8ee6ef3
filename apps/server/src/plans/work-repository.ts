import { type Db, sql } from '@cairn/db';
import type { Instant } from '@cairn/kernel';
import { AttemptHeading } from '../exam/repository.ts';

/** Something that came to its end. */
export type Finished = { readonly at: Instant; readonly timeZone: string | undefined };

export type FinishedAttempt = Finished & { readonly id: string; readonly isMock: boolean };

export type FinishedActivity = Finished & { readonly kind: string; readonly ref: string };

/** Time spent, in buckets of a quarter of an hour: no day turns within one. */
export type TimeSpent = { readonly at: Instant; readonly timeZone: string | undefined; readonly seconds: number };

/** An attempt with fewer answers was looked at, not sat. */
const LEAST_ANSWERS = 3;

/** Who does nothing for longer has gone away. */
const LONGEST_PAUSE_SECONDS = 300;
/** The first thing that somebody does in a sitting took some time too. */
const FIRST_SECONDS = 30;

const BUCKET_SECONDS = 900;

const instantOf = (date: Date): Instant => date.getTime() as Instant;

/** What somebody has done, read from the logs of every feature. */
export class WorkRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Oldest first. Attempts in which next to nothing was answered are left out. */
  async attempts(learnerId: string, exam: string): Promise<FinishedAttempt[]> {
    const rows = await this.#db
      .selectFrom('attempts')
      .select(['id', 'mode', 'heading', 'overAt'])
      .where('learnerId', '=', learnerId)
      .where('exam', '=', exam)
      .where('overAt', 'is not', null)
      .where(
        ({ selectFrom }) =>
          sql<boolean>`${selectFrom('evidence')
            .select(sql<number>`count(*)`.as('answers'))
            .where('evidence.learnerId', '=', learnerId)
            .where(sql<boolean>`evidence.source ->> 'attemptId' = attempts.id::text`)} >= ${LEAST_ANSWERS}`,
      )
      .orderBy('overAt')
      .execute();
    return rows.flatMap(({ id, mode, heading, overAt }) => {
      const read = AttemptHeading.safeParse(heading);
      if (!read.success || overAt === null) return [];
      return [
        { id, at: instantOf(overAt), timeZone: undefined, isMock: mode === 'exam' && read.data.scope.kind === 'form' },
      ];
    });
  }

  /** The first time that each lesson was read to its end, and since then everything else that a learner said is done. */
  async activities(learnerId: string, exam: string, since: Instant): Promise<FinishedActivity[]> {
    const rows = await this.#db
      .selectFrom('activities')
      .distinctOn(['kind', 'ref'])
      .select(['kind', 'ref', 'at', 'timeZone'])
      .where('learnerId', '=', learnerId)
      .where('exam', '=', exam)
      .where('finished', '=', true)
      .where((row) => row.or([row('kind', '=', 'lesson'), row('at', '>=', new Date(since))]))
      .orderBy('kind')
      .orderBy('ref')
      .orderBy('at')
      .execute();
    return rows.map(({ at, ...rest }) => ({ ...rest, at: instantOf(at) }));
  }

  async diagnoses(learnerId: string, exam: string): Promise<Finished[]> {
    const rows = await this.#db
      .selectFrom('diagnoses')
      .select('overAt')
      .where('learnerId', '=', learnerId)
      .where('exam', '=', exam)
      .where('overAt', 'is not', null)
      .orderBy('overAt')
      .execute();
    return rows.flatMap(({ overAt }) => (overAt ? [{ at: instantOf(overAt), timeZone: undefined }] : []));
  }

  /** Days on which a recorded exam was sat. */
  async examDays(learnerId: string, certification: string): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('outcomes')
      .select('takenOn')
      .where('learnerId', '=', learnerId)
      .where('certification', '=', certification)
      .execute();
    return rows.map(({ takenOn }) => takenOn);
  }

  /** Everything that took time since then: work that logs its own, answers to cards, sittings and labs. */
  async timeSince(learnerId: string, from: Instant): Promise<TimeSpent[]> {
    const { rows } = await sql<{ at: number; timeZone: string | null; seconds: number }>`
      with moments as (
        select attempt_id as sitting, received_at as at from attempt_events
          join attempts on attempts.id = attempt_id where learner_id = ${learnerId} and received_at >= ${new Date(from)}
        union all
        select diagnosis_id, received_at from diagnosis_answers
          join diagnoses on diagnoses.id = diagnosis_id where learner_id = ${learnerId} and received_at >= ${new Date(from)}
        union all
        select lab_run_id, at from lab_events
          join lab_runs on lab_runs.id = lab_run_id where learner_id = ${learnerId} and at >= ${new Date(from)}
      ), pauses as (
        select at, extract(epoch from at - lag(at) over (partition by sitting order by at)) as pause from moments
      ), spent as (
        select at, null as time_zone,
               case when pause <= ${LONGEST_PAUSE_SECONDS} then pause else ${FIRST_SECONDS} end as seconds from pauses
        union all
        select at, time_zone, seconds from card_reviews where learner_id = ${learnerId} and at >= ${new Date(from)}
        union all
        select at, time_zone, seconds from activities
          where learner_id = ${learnerId} and at >= ${new Date(from)} and kind <> 'cards'
      )
      select floor(extract(epoch from at) / ${BUCKET_SECONDS})::float8 * ${BUCKET_SECONDS} * 1000 as at,
             time_zone, sum(seconds)::float8 as seconds
        from spent group by 1, 2 order by 1
    `.execute(this.#db);
    return rows.map(({ at, timeZone, seconds }) => ({ at: at as Instant, timeZone: timeZone ?? undefined, seconds }));
  }

  /** Moments of card reviews since then, a row a quarter of an hour. */
  async cardReviews(learnerId: string, from: Instant): Promise<Finished[]> {
    const { rows } = await sql<{ at: number; timeZone: string }>`
      select distinct floor(extract(epoch from at) / ${BUCKET_SECONDS})::float8 * ${BUCKET_SECONDS} * 1000 as at, time_zone
        from card_reviews where learner_id = ${learnerId} and at >= ${new Date(from)} order by 1
    `.execute(this.#db);
    return rows.map(({ at, timeZone }) => ({ at: at as Instant, timeZone }));
  }
}
