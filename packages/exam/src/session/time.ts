import type { Instant } from '@cairn/kernel';
import { progressOf, type Session, type Timekeeping, withProgress } from './session.ts';

/** What arrives this late still counts: it left the browser before the time was up. */
export const GRACE_SECONDS = 5;

/** The time a candidate has, accommodations included and outages not; null when untimed. */
export function limitSecondsOf({ form, timing }: Pick<Session, 'form' | 'timing'>): number | null {
  return timing.factor === 'untimed' ? null : form.limitSeconds * timing.factor + timing.extraMinutes * 60;
}

/** Milliseconds on the clock: since the start, less pauses and outages. Stands still while paused and once over. */
function elapsedMilliseconds(session: Session, now: number): number {
  const { startedAt, clockAt, pausedMilliseconds, outageSeconds } = session.time;
  const until = session.state === 'running' ? Math.max(now, clockAt) : stoppedAt(session);
  return until - startedAt - pausedMilliseconds - outageSeconds * 1000;
}

const stoppedAt = (session: Exclude<Session, { state: 'running' }>): number =>
  session.state === 'paused' ? session.pausedAt : session.overAt;

/** Seconds on the clock so far; of a session that is over, what it took. */
export const usedSeconds = (session: Session, now: number): number =>
  Math.max(0, elapsedMilliseconds(session, now) / 1000);

function leftMilliseconds(session: Session, now: number): number | null {
  const limit = limitSecondsOf(session);
  if (limit === null || session.state === 'over') return null;
  return limit * 1000 - elapsedMilliseconds(session, now);
}

/** Seconds left on the server's clock, never below 0; null when untimed or over. */
export function remainingSeconds(session: Session, now: number): number | null {
  const left = leftMilliseconds(session, now);
  return left === null ? null : Math.max(0, left / 1000);
}

/** Whether the time is up and the grace too: from here on nothing counts but the time-out. */
export function isOverdue(session: Session, now: number): boolean {
  const left = leftMilliseconds(session, now);
  return session.state === 'running' && left !== null && left < -GRACE_SECONDS * 1000;
}

/** When the time is up; null when untimed, paused or over. */
export function deadlineOf(session: Session): Instant | null {
  const limit = limitSecondsOf(session);
  if (limit === null || session.state !== 'running') return null;
  const { startedAt, pausedMilliseconds, outageSeconds } = session.time;
  return (startedAt + pausedMilliseconds + (limit + outageSeconds) * 1000) as Instant; // whole: limits are in seconds
}

/** Client clocks drift and packets wait: this much more than the server saw may be credited. */
const CLIENT_SLACK_MILLISECONDS = 5000;

/** How much of a client's step to believe. A clock set back adds nothing; one set forward no more than is unaccounted. */
function credible(time: Timekeeping, clientAt: number, passed: number): number {
  const step = time.clientAt === null ? passed : clientAt - time.clientAt;
  return Math.max(0, Math.min(step, passed + CLIENT_SLACK_MILLISECONDS));
}

/**
 * Moves the clock to `receivedAt` and credits the time since the last event to the question on screen.
 *
 * Events come in batches after an offline stretch, so the server's times alone would credit it all to one question.
 * Steps of the client's clock divide it instead, and the server's clock bounds their sum: whatever a client claims,
 * all questions together get no more than the session has run, plus five seconds.
 */
export function advanceClock<S extends Session>(session: S, receivedAt: number, clientAt: number | undefined): S {
  const now = Math.max(receivedAt, session.time.clockAt) as Instant; // the larger of two instants
  if (session.state !== 'running') {
    return { ...session, time: { ...session.time, clockAt: now, clientAt: clientAt ?? session.time.clientAt } };
  }
  const passed = session.time.uncreditedMilliseconds + now - session.time.clockAt;
  if (clientAt === undefined) {
    return { ...session, time: { ...session.time, clockAt: now, uncreditedMilliseconds: passed } };
  }
  const credit = credible(session.time, clientAt, passed);
  const time = { ...session.time, clockAt: now, clientAt, uncreditedMilliseconds: passed - credit };
  const slot = session.currentSlot;
  if (slot === null) return { ...session, time };
  return withProgress({ ...session, time }, slot, { milliseconds: progressOf(session, slot).milliseconds + credit });
}
