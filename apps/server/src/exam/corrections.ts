import type { CorrectedQuestion, Report, ReportWithCorrection } from '@cairn/contract';
import { CorrectedQuestion as CorrectedQuestionSchema, Report as ReportSchema } from '@cairn/contract';
import { type Db, sql, type Transaction } from '@cairn/db';
import { type Item, reportOf, rescore, type Session } from '@cairn/exam';
import type { Instant } from '@cairn/kernel';
import { z } from 'zod';
import type { ExamLibrary } from './library.ts';
import { observationsOf } from './observations.ts';
import type { RecordingDeps } from './recording.ts';
import { AttemptHeading } from './repository.ts';

/** What corrected keys changed in attempts that are over. */
export class CorrectionRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Attempts that are over and hold an answer to an older version of one of these items. */
  async outdated(items: readonly Pick<Item, 'id' | 'version'>[]): Promise<{ id: string; learnerId: string }[]> {
    if (items.length === 0) return [];
    const { rows } = await sql<{ id: string; learnerId: string }>`
      select distinct attempts.id, attempts.learner_id
      from evidence
      join unnest(${items.map(({ id }) => id)}::text[], ${items.map(({ version }) => version)}::int[])
        as present (item, version) on evidence.item_id = present.item and evidence.item_version::int < present.version
      join attempts on attempts.id = (evidence.source ->> 'attemptId')::uuid and attempts.over_at is not null
    `.execute(this.#db);
    return rows;
  }

  /** What a learner has seen stays seen until something else changes. */
  async put(on: Transaction, correction: Omit<Correction, 'seenAt'> & { readonly learnerId: string }): Promise<void> {
    const changes = JSON.stringify(correction.changes);
    const report = JSON.stringify(correction.report);
    const correctedAt = new Date(correction.correctedAt);
    await on
      .insertInto('attemptCorrections')
      .values({ attemptId: correction.attemptId, learnerId: correction.learnerId, changes, report, correctedAt })
      .onConflict((conflict) =>
        conflict
          .column('attemptId')
          .doUpdateSet({ changes, report, correctedAt, seenAt: null })
          .where(sql<boolean>`attempt_corrections.changes <> excluded.changes`),
      )
      .execute();
  }

  async list(learnerId: string): Promise<Correction[]> {
    const rows = await this.#db
      .selectFrom('attemptCorrections')
      .selectAll()
      .where('learnerId', '=', learnerId)
      .execute();
    return rows.map(({ attemptId, changes, report, correctedAt, seenAt }) => ({
      attemptId,
      changes: z.array(CorrectedQuestionSchema).parse(changes),
      report: ReportSchema.parse(report),
      correctedAt: correctedAt.getTime() as Instant,
      seenAt: (seenAt?.getTime() ?? null) as Instant | null,
    }));
  }

  async find(learnerId: string, attemptId: string): Promise<Correction | undefined> {
    return (await this.list(learnerId)).find((correction) => correction.attemptId === attemptId);
  }

  async see(learnerId: string, attemptId: string, now: Instant): Promise<void> {
    await this.#db
      .updateTable('attemptCorrections')
      .set({ seenAt: new Date(now) })
      .where('learnerId', '=', learnerId)
      .where('attemptId', '=', attemptId)
      .execute();
  }
}

export type Correction = {
  readonly attemptId: string;
  readonly changes: readonly CorrectedQuestion[];
  readonly report: Report;
  readonly correctedAt: Instant;
  readonly seenAt: Instant | null;
};

export function withCorrection(report: Report, correction: Correction | undefined): ReportWithCorrection {
  if (correction === undefined) return { ...report, correction: null };
  const { correctedAt, changes, report: renewed } = correction;
  return { ...report, correction: { correctedAt, changes: [...changes], report: renewed } };
}

export type CorrectingDeps = RecordingDeps & {
  readonly library: ExamLibrary;
  readonly corrections: CorrectionRepository;
};

/**
 * Scores attempts that are over again where a key was corrected since, and appends what the answers are worth now to
 * the evidence. Safe to repeat: the same versions change nothing twice. One that cannot be read keeps no
 * other from it.
 *
 * @returns how many attempts were looked at
 */
export async function correctAttempts(
  deps: CorrectingDeps,
  onFailure: (id: string, error: unknown) => void,
): Promise<number> {
  const items = [...deps.library.values()].flatMap((entry) => entry.items);
  const outdated = await deps.corrections.outdated(items.filter(({ version }) => version > 1));
  for (const { id, learnerId } of outdated) {
    await correct({ ...deps, learnerId }, id, items).catch((error: unknown) => onFailure(id, error));
  }
  return outdated.length;
}

async function correct(deps: CorrectingDeps, id: string, items: readonly Item[]): Promise<void> {
  const { attempts, corrections, evidence, live, learnerId, clock } = deps;
  await attempts.locked(learnerId, id, [], async (_, on) => {
    const found = await live.upToDate(learnerId, id, on);
    if (found?.session.state !== 'over') return;
    const { session, changes } = rescore(found.session, items);
    if (!changes.some(({ outcome }) => outcome === 'regraded')) return;
    const { scope } = AttemptHeading.parse((await attempts.find(learnerId, id, on))?.heading);
    const report = reportOf(session, id, scope);
    await corrections.put(on, { attemptId: id, learnerId, changes, report, correctedAt: clock.now() });
    await evidence.correct(on, observationsOf(regraded(session, changes), { ...deps, attemptId: id, at: 0 }));
  });
}

/** The session with the questions alone whose answer counts otherwise now. */
function regraded(session: Session, changes: readonly CorrectedQuestion[]): Session {
  const slots = new Set(changes.filter(({ outcome }) => outcome === 'regraded').map(({ slot }) => slot));
  const sections = session.form.sections.map((section) => ({
    ...section,
    slots: section.slots.filter(({ id }) => slots.has(id)),
  }));
  return { ...session, form: { ...session.form, sections } };
}
