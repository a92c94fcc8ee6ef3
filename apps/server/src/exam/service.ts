import {
  type Attempt,
  type AttemptEvent,
  type AttemptSummary,
  type EventsAcknowledged,
  Problem,
  Report,
  type ReportWithCorrection,
  type StartAttempt,
} from '@cairn/contract';
import {
  answeredSlots,
  clockOf,
  feedbackOf,
  isOverdue,
  publishSession,
  type ServerEvent,
  type Session,
} from '@cairn/exam';
import type { Instant } from '@cairn/kernel';
import { type CorrectingDeps, type Correction, correctAttempts, withCorrection } from './corrections.ts';
import { getExam } from './library.ts';
import type { Live } from './live-session.ts';
import { record, unknownAttempt } from './recording.ts';
import { AttemptHeading, type ListedAttempt } from './repository.ts';
import { isStartedBy, newAttempt } from './start.ts';

export type ExamDeps = CorrectingDeps;

/** A list longer than this is a history, not a list. */
const LISTED = 100;

/** Sitting exams: start, record, take over, look back. */
export class ExamService {
  readonly #deps: ExamDeps;

  constructor(deps: ExamDeps) {
    this.#deps = deps;
  }

  async start(request: StartAttempt): Promise<Attempt> {
    const { attempts, library, learnerId, clock } = this.#deps;
    const entry = getExam(library, request.exam);
    const isNew =
      (await attempts.find(learnerId, request.id)) === undefined &&
      (await attempts.insert(await newAttempt(request, entry, clock.now(), this.#deps)));
    const row = await attempts.find(learnerId, request.id);
    if (!isNew && !(row && isStartedBy(row, request))) {
      throw new Problem('attempt-id-taken', `Another attempt has the id ${request.id}; start again with a new one.`);
    }
    return this.show(request.id, request.tabId);
  }

  async show(id: string, tabId: string | undefined): Promise<Attempt> {
    const { attempts, learnerId, clock } = this.#deps;
    const { session } = await this.#current(id);
    const row = await attempts.find(learnerId, id);
    if (row === undefined) throw unknownAttempt(id);
    const { scope } = AttemptHeading.parse(row.heading);
    const isActiveTab = tabId !== undefined && row.activeTab === tabId;
    return { ...publishSession(session, clock.now()), id, scope, isActiveTab };
  }

  async send(id: string, tabId: string, events: readonly AttemptEvent[]): Promise<EventsAcknowledged> {
    const { session, acknowledged, rejected } = await record(this.#deps, id, { tabId }, events);
    const now = this.#deps.clock.now();
    return {
      acknowledged: [...acknowledged],
      rejected: [...rejected],
      savedAt: now,
      clock: clockOf(session, now),
      state: session.state,
      feedback: feedbackFor(session, events),
    };
  }

  /** From now on this tab writes; what another one still holds is refused there. */
  async claim(id: string, tabId: string): Promise<Attempt> {
    const { attempts, learnerId } = this.#deps;
    const isThere = await attempts.locked(learnerId, id, [], async (_, on) => {
      await attempts.setTab(on, id, tabId);
      return true;
    });
    if (!isThere) throw unknownAttempt(id);
    return this.show(id, tabId);
  }

  async report(id: string): Promise<ReportWithCorrection> {
    const { attempts, corrections, learnerId } = this.#deps;
    await this.#current(id);
    const row = await attempts.find(learnerId, id);
    if (row?.report) return withCorrection(Report.parse(row.report), await corrections.find(learnerId, id));
    throw new Problem('attempt-running', 'Its report comes when it is submitted or the time is up.');
  }

  async list(): Promise<AttemptSummary[]> {
    const { attempts, corrections, learnerId } = this.#deps;
    const rows = await attempts.list(learnerId, LISTED);
    const corrected = new Map((await corrections.list(learnerId)).map((one) => [one.attemptId, one]));
    return Promise.all(rows.map((row) => this.#summary(row, corrected.get(row.id))));
  }

  /** The learner has seen what a corrected key changed. */
  seeCorrection(id: string): Promise<void> {
    return this.#deps.corrections.see(this.#deps.learnerId, id, this.#deps.clock.now());
  }

  /** Scores attempts that are over again where a key was corrected since; see `correctAttempts`. */
  correct(onFailure: (id: string, error: unknown) => void): Promise<number> {
    return correctAttempts(this.#deps, onFailure);
  }

  /**
   * Gives running attempts the time for which no server was there. Safe to repeat, also by two servers at once: each
   * attempt gets what it has not got yet. One that cannot be read keeps nobody else from theirs.
   */
  async giveBack(awaySince: Instant, onFailure: (id: string, error: unknown) => void): Promise<number> {
    const running = await this.#deps.attempts.runningIds();
    for (const { id, learnerId } of running) {
      await record({ ...this.#deps, learnerId }, id, 'server', [], (session, now) =>
        outageOf(session, awaySince, now),
      ).catch((error: unknown) => onFailure(id, error));
    }
    return running.length;
  }

  /** The session as it stands now: one whose time is up has ended, whether or not a browser was there to say so. */
  async #current(id: string): Promise<Live> {
    const { live, learnerId, clock } = this.#deps;
    const found = await live.upToDate(learnerId, id);
    if (found === undefined) throw unknownAttempt(id);
    if (!isOverdue(found.session, clock.now())) return found;
    await record(this.#deps, id, 'server', []);
    return (await live.upToDate(learnerId, id)) ?? found;
  }

  async #summary(row: ListedAttempt, correction: Correction | undefined): Promise<AttemptSummary> {
    const { title, scope, questions } = AttemptHeading.parse(row.heading);
    const startedAt = row.startedAt?.getTime() ?? 0;
    const corrected = correction
      ? { percent: correction.report.scored.percent, isSeen: correction.seenAt !== null }
      : null;
    const head = { id: row.id, exam: row.exam, title, mode: row.mode, scope, questions, startedAt, corrected };
    if (row.report) return { ...head, ...endOf(Report.parse(row.report)) };
    const { session } = await this.#current(row.id);
    const overAt = session.state === 'over' ? session.overAt : null;
    return {
      ...head,
      state: session.state,
      overAt,
      answered: answeredSlots(session).size,
      percent: null,
      scaled: null,
    };
  }
}

/** What of the absence an attempt has not got back: nothing before its latest event, when a server was there. */
function outageOf(session: Session, awaySince: Instant, now: Instant): ServerEvent[] {
  const seconds = Math.round((now - Math.max(awaySince, session.time.clockAt)) / 1000);
  return seconds > 0 ? [{ kind: 'outage', seconds }] : [];
}

function endOf({ overAt, questions, scored, scaled }: Report) {
  const answered = questions.filter((question) => question.answered).length;
  return { state: 'over' as const, overAt, answered, percent: scored.percent, scaled };
}

/** Feedback on the questions that these events checked. */
function feedbackFor(session: Session, events: readonly AttemptEvent[]) {
  const checked = events.flatMap((event) => (event.kind === 'check' ? [event.slot] : []));
  return Object.fromEntries(
    checked.flatMap((slot) => {
      const feedback = feedbackOf(session, slot);
      return feedback === undefined ? [] : [[slot, feedback] as const];
    }),
  );
}
