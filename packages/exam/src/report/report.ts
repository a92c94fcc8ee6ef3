import type { QuestionKind } from '@cairn/question-types';
import type { Scale } from '../profile.ts';
import type { Mode, OverReason, Session } from '../session/session.ts';
import { limitSecondsOf, usedSeconds } from '../session/time.ts';
import { type DomainReport, domainReports } from './domains.ts';
import { type GradedSlot, gradeSlots, percentOf, totalOf } from './grading.ts';
import { type NextStep, nextSteps } from './next-steps.ts';
import { type Standing, standingOf } from './standing.ts';

/** What the learner asked for when the attempt began. */
export type AttemptScope =
  | { kind: 'form' }
  | { kind: 'domain'; domain: number; questions: number }
  | { kind: 'missed'; questions: number }
  | { kind: 'unseen'; questions: number };

export type QuestionReport = {
  slot: string;
  number: number;
  itemId: string;
  kind: QuestionKind;
  domain: number;
  task: string;
  scored: boolean;
  answered: boolean;
  flagged: boolean;
  points: number;
  possible: number;
  seconds: number;
  angoff: number;
};

export type Report = Standing & {
  attemptId: string;
  exam: string;
  certification: string;
  title: string;
  mode: Mode;
  scope: AttemptScope;
  overReason: OverReason;
  startedAt: number;
  overAt: number;
  usedSeconds: number;
  outageSeconds: number;
  limitSeconds: number | null;
  scale: Scale;
  scored: { questions: number; points: number; possible: number; percent: number };
  unscored: { questions: number; points: number; possible: number };
  domains: DomainReport[];
  questions: QuestionReport[];
  next: NextStep[];
};

function questionReport({ slot, progress, answered, points, possible }: GradedSlot): QuestionReport {
  return {
    slot: slot.id,
    number: slot.number,
    itemId: slot.itemId,
    kind: slot.question.kind,
    domain: slot.domain,
    task: slot.task,
    scored: slot.scored,
    answered,
    flagged: progress.flagged,
    points,
    possible,
    seconds: Math.round(progress.milliseconds / 1000),
    angoff: slot.angoff,
  };
}

/** The parts of a report that only copy. */
function headOf(session: Session & { readonly state: 'over' }) {
  const { form, mode, reason, time, overAt } = session;
  return {
    exam: form.exam,
    certification: form.certification,
    title: form.title,
    mode,
    overReason: reason,
    startedAt: time.startedAt,
    overAt,
    usedSeconds: Math.round(usedSeconds(session, overAt)),
    outageSeconds: time.outageSeconds,
    limitSeconds: limitSecondsOf(session),
    scale: form.scale,
  };
}

/**
 * The report of a session that is over, from nothing but the session: its form holds the keys, ratings, scale, domains
 * and task wording as they were when it began. What it says of a scaled score and of passing is an estimate from our
 * items, never the vendor's own scale.
 *
 * @throws RangeError while the session goes on
 */
export function reportOf(session: Session, attemptId: string, scope: AttemptScope): Report {
  if (session.state !== 'over') throw new RangeError('an attempt has no report before it is over');
  const graded = gradeSlots(session);
  const scored = graded.filter(({ slot }) => slot.scored);
  const total = totalOf(scored);
  return {
    attemptId,
    scope,
    ...headOf(session),
    ...standingOf(scored, session.form.scale),
    scored: { ...total, percent: percentOf(total) },
    unscored: totalOf(graded.filter(({ slot }) => !slot.scored)),
    domains: domainReports(scored, session.form.domains),
    questions: graded.map(questionReport),
    next: nextSteps(graded, session.form.domains),
  };
}
