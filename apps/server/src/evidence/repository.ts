import { type Db, sql, type Transaction } from '@cairn/db';
import type { Instant } from '@cairn/kernel';

/** Where an answer was given. */
export type Source =
  | { readonly attemptId: string; readonly slot: string }
  | { readonly diagnosisId: string; readonly slot: string }
  /** A check of a lesson counts once a day: its key is known after the first answer. */
  | { readonly lesson: string; readonly slot: string; readonly day: string };

/** One observation about skills: an answer that counts. Append-only; everything else is derived from it. */
export type Observation = {
  readonly id: string;
  readonly learnerId: string;
  readonly at: number;
  readonly source: Source;
  readonly exam: string;
  readonly skills: readonly string[];
  readonly task: string;
  readonly itemId: string;
  /** Which question of a case study or series; null for a simple item. */
  readonly part: string | null;
  readonly itemVersion: number;
  /** Share of the credit earned, 0 to 1. */
  readonly credit: number;
};

/** A passed step of a lab: evidence about skills that no question was asked for. */
export type LabStepPassed = {
  readonly id: string;
  readonly learnerId: string;
  readonly at: Instant;
  readonly labRunId: string;
  readonly lab: string;
  readonly version: number;
  readonly step: string;
  readonly skills: readonly string[];
  readonly credit: number;
  readonly hintsShown: number;
  readonly attempts: number;
  readonly seconds: number;
};

/** A question as last answered. */
export type LastAnswer = {
  readonly itemId: string;
  readonly part: string | null;
  readonly task: string;
  readonly credit: number;
  readonly at: Instant;
};

/** What is held about one skill. */
export type SkillEvidence = {
  readonly skill: string;
  /** Questions answered, and the sum of their credit, each 0 to 1. */
  readonly answers: number;
  readonly credit: number;
  readonly labSteps: number;
  readonly lastAt: Instant;
};

/** One answer of the log. */
export type LoggedAnswer = LastAnswer & {
  /** In study mode, and in a lesson, help may have been at hand. */
  readonly setting: 'exam' | 'study' | 'diagnosis';
};

function naturalKeyOf(source: Source): string {
  if ('attemptId' in source) return `attempt:${source.attemptId}:${source.slot}`;
  if ('diagnosisId' in source) return `diagnosis:${source.diagnosisId}:${source.slot}`;
  return `lesson:${source.lesson}:${source.slot}:${source.day}`;
}

const PART = sql<string | null>`source ->> 'part'`;
const VERSION = sql<number>`item_version::int`;
/** The question in its sitting: a corrected answer is there once for each version. */
const PLACE = sql<string>`concat_ws(' ', source ->> 'attemptId', source ->> 'diagnosisId', source ->> 'lesson', source ->> 'day', source ->> 'slot')`;
const LESSON = sql<string | null>`source ->> 'lesson'`;
const STEP = sql<string>`source ->> 'step'`;

export class EvidenceRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Appends observations; one that is there already (same place in the same sitting) stays as it was. */
  async append(on: Transaction, observations: readonly Observation[]): Promise<void> {
    if (observations.length === 0) return;
    await on
      .insertInto('evidence')
      .values(
        observations.map(({ source, exam, part, at, itemVersion, ...rest }) => ({
          ...rest,
          at: new Date(at),
          kind: 'item-answer',
          source: JSON.stringify({ ...source, exam, part }),
          naturalKey: naturalKeyOf(source),
          itemVersion: String(itemVersion),
          weight: 1,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /**
   * Appends what answers are worth by a later version of their items, at the moment at which they were given. The rows
   * before stay; whoever reads takes the latest version.
   */
  async correct(on: Transaction, observations: readonly Observation[]): Promise<void> {
    for (const { source, itemVersion, ...renewed } of observations) {
      const naturalKey = naturalKeyOf(source);
      const first = await on
        .selectFrom('evidence')
        .select(['at', 'source'])
        .where('naturalKey', '=', naturalKey)
        .where('learnerId', '=', renewed.learnerId)
        .executeTakeFirst();
      if (first === undefined) continue;
      const { exam: _, part: __, at: ___, ...row } = renewed;
      await on
        .insertInto('evidence')
        .values({
          ...row,
          at: first.at,
          kind: 'item-answer',
          source: JSON.stringify(first.source),
          naturalKey: `${naturalKey}:version-${itemVersion}`,
          itemVersion: String(itemVersion),
          weight: 1,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }

  /** Appends passed steps; one of the same version of a lab counts once, however often the lab is done. */
  async appendLabSteps(on: Transaction, steps: readonly LabStepPassed[]): Promise<void> {
    if (steps.length === 0) return;
    await on
      .insertInto('evidence')
      .values(
        steps.map(({ id, learnerId, at, skills, credit, ...source }) => ({
          id,
          learnerId,
          at: new Date(at),
          kind: 'lab-step',
          source: JSON.stringify(source),
          naturalKey: `lab:${source.lab}:${source.version}:${source.step}`,
          skills,
          credit,
          weight: 1,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** What passed steps of one version of a lab have shown, in whichever run, oldest first. */
  async labSteps(learnerId: string, { lab, version }: { readonly lab: string; readonly version: number }) {
    const rows = await this.#db
      .selectFrom('evidence')
      .select([STEP.as('step'), 'skills', 'credit', 'at'])
      .where('learnerId', '=', learnerId)
      .where('kind', '=', 'lab-step')
      .where('naturalKey', 'like', `lab:${lab}:${version}:%`) // slugs hold no wildcard
      .orderBy('at')
      .orderBy('naturalKey')
      .execute();
    return rows.map(({ at, ...rest }) => ({ ...rest, at: at.getTime() as Instant }));
  }

  /** The latest answer to each question of one bank; items are named `bank/slug`. */
  async lastAnswers(learnerId: string, bank: string): Promise<LastAnswer[]> {
    const rows = await this.#db
      .selectFrom('evidence')
      .select(['itemId', 'task', 'credit', 'at', PART.as('part')])
      .distinctOn(['itemId', PART])
      .where('learnerId', '=', learnerId)
      .where('kind', '=', 'item-answer')
      .where('itemId', 'like', `${bank}/%`)
      .orderBy('itemId')
      .orderBy(PART)
      .orderBy('at', 'desc')
      .orderBy(VERSION, 'desc')
      .execute();
    return rows.flatMap(({ itemId, part, task, credit, at }) =>
      itemId && task ? [{ itemId, part, task, credit, at: at.getTime() as Instant }] : [],
    );
  }

  /** What is held about each skill: every question once, by its last answer, and the passed steps of labs. */
  async bySkill(learnerId: string): Promise<SkillEvidence[]> {
    const { rows } = await sql<Omit<SkillEvidence, 'lastAt'> & { lastAt: Date }>`
      with questions as (
        select distinct on (item_id, ${PART}) skills, credit, at
        from evidence
        where learner_id = ${learnerId} and kind = 'item-answer'
        order by item_id, ${PART}, at desc, ${VERSION} desc
      ), shown as (
        select unnest(skills) as skill, credit, at, false as is_step from questions
        union all
        select unnest(skills), credit, at, true from evidence where learner_id = ${learnerId} and kind = 'lab-step'
      )
      select skill, (count(*) filter (where not is_step))::int as answers,
        coalesce(sum(credit) filter (where not is_step), 0)::float8 as credit,
        (count(*) filter (where is_step))::int as lab_steps, max(at) as last_at
      from shown group by skill order by skill`.execute(this.#db);
    return rows.map(({ lastAt, ...rest }) => ({ ...rest, lastAt: lastAt.getTime() as Instant }));
  }

  /** Every answer to questions of one bank, oldest first; the same log gives the same order. */
  async answers(learnerId: string, bank: string): Promise<LoggedAnswer[]> {
    const rows = await this.#db
      .selectFrom('evidence')
      .leftJoin('attempts', (join) =>
        join
          .on(sql<boolean>`attempts.id = (evidence.source ->> 'attemptId')::uuid`)
          .onRef('attempts.learnerId', '=', 'evidence.learnerId'),
      )
      .select(['evidence.itemId', 'evidence.task', 'evidence.credit', 'evidence.at', 'attempts.mode', PART.as('part')])
      .select([PLACE.as('place'), VERSION.as('version'), LESSON.as('lesson')])
      .where('evidence.learnerId', '=', learnerId)
      .where('evidence.kind', '=', 'item-answer')
      .where('evidence.itemId', 'like', `${bank}/%`)
      .orderBy('evidence.at')
      .orderBy(sql`split_part(evidence.natural_key, ':version-', 1)`)
      .orderBy(VERSION)
      .execute();
    const latest = new Map(rows.map(({ place, version }) => [place, version])); // rows of one place come by version
    return rows.flatMap(({ itemId, part, task, credit, at, mode, place, version, lesson }) =>
      itemId && task && latest.get(place) === version
        ? [
            {
              itemId,
              part,
              task,
              credit,
              at: at.getTime() as Instant,
              setting: mode ?? (lesson ? 'study' : 'diagnosis'),
            },
          ]
        : [],
    );
  }
}
