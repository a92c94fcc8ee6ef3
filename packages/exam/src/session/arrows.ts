import type { Instant } from '@cairn/kernel';
import { grade, Response } from '@cairn/question-types';
import { findPlace, type Place } from '../slots.ts';
import { type Rejected, rejected } from './event.ts';
import { enter, lockedAway } from './locks.ts';
import { type Paused, progressOf, type Running, type Session, type SlotProgress, withProgress } from './session.ts';
import { deadlineOf, remainingSeconds } from './time.ts';

/** One function for each arrow. Each is given a session whose clock has already moved to the event. */
type Step = Session | Rejected;

/** The place of a question that is still open, or why it is not. */
function openPlace(session: Session, slotId: string): Place | Rejected {
  const place = findPlace(session.form, slotId);
  if (place === undefined) return rejected('unknown-slot', `This form has no question ${slotId}.`);
  return lockedAway(session, place) ?? place;
}

const isRejected = (value: Place | Rejected): value is Rejected => 'outcome' in value;

export function visit(session: Running, slotId: string): Step {
  const place = openPlace(session, slotId);
  return isRejected(place) ? place : enter(session, place);
}

/** Reads a response, or says why it cannot answer this question. An incomplete one is kept. */
function readResponse({ slot }: Place, given: unknown): Response | null | Rejected {
  if (given === null) return null;
  const parsed = Response.safeParse(given);
  if (!parsed.success) {
    return rejected('invalid-response', `The answer to question ${slot.number} is not readable; answer it again.`);
  }
  const verdict = grade(slot.question, parsed.data);
  if (verdict.outcome !== 'invalid') return parsed.data;
  return rejected('invalid-response', `The answer does not fit question ${slot.number}: ${verdict.reason}.`);
}

export function answer(session: Running, slotId: string, given: unknown): Step {
  const place = openPlace(session, slotId);
  if (isRejected(place)) return place;
  if (progressOf(session, slotId).checked) {
    return rejected('already-checked', `Question ${place.slot.number} is checked; its answer stays.`);
  }
  const response = readResponse(place, given);
  if (response !== null && 'outcome' in response) return response;
  return withProgress(enter(session, place), slotId, { response });
}

/** Flags, strike-outs, highlights and notes: marks that change no answer. */
export function mark(session: Running, slotId: string, change: Partial<SlotProgress>): Step {
  const place = openPlace(session, slotId);
  return isRejected(place) ? place : withProgress(session, slotId, change);
}

export function check(session: Running, slotId: string): Step {
  if (session.mode === 'exam') return rejected('not-in-this-mode', 'An exam shows no feedback before its end.');
  const place = openPlace(session, slotId);
  if (isRejected(place)) return place;
  const { response, checked } = progressOf(session, slotId);
  if (checked) return rejected('already-checked', `Question ${place.slot.number} is already checked.`);
  const verdict = response === null ? undefined : grade(place.slot.question, response);
  if (verdict === undefined) return rejected('invalid-response', `Answer question ${place.slot.number} first.`);
  if (verdict.outcome === 'incomplete') return rejected('invalid-response', verdict.hint);
  return withProgress(enter(session, place), slotId, { checked: true });
}

export function pause(session: Running): Step {
  if (session.mode === 'exam') return rejected('not-in-this-mode', 'An exam cannot be paused.');
  return { ...session, state: 'paused', pausedAt: session.time.clockAt };
}

export function resume(session: Paused): Running {
  const { pausedAt, ...sitting } = session;
  const paused = session.time.pausedMilliseconds + session.time.clockAt - pausedAt;
  return { ...sitting, state: 'running', time: { ...session.time, pausedMilliseconds: paused } };
}

export function submit(session: Running): Session {
  return { ...session, state: 'over', reason: 'submitted', overAt: session.time.clockAt };
}

/** Ends when the time was up, however late the server noticed. */
export function timeOut(session: Running): Step {
  const deadline = deadlineOf(session);
  if (deadline === null || remainingSeconds(session, session.time.clockAt) !== 0) {
    return rejected('not-in-this-mode', 'The time is not up yet.');
  }
  return {
    ...session,
    state: 'over',
    reason: 'timed-out',
    overAt: Math.min(deadline, session.time.clockAt) as Instant,
  };
}

/** Gives back the time for which the server was away: no question was worked on either. While paused none was lost. */
export function outage(session: Running | Paused, seconds: number): Step {
  if (!(seconds >= 0)) return rejected('not-in-this-mode', 'An outage lasts a number of seconds.');
  if (session.state === 'paused') return session;
  const { outageSeconds, uncreditedMilliseconds } = session.time;
  // Takes away only what is not credited yet. Below zero, questions got more than has passed: a debt that stays.
  const uncredited = Math.max(Math.min(0, uncreditedMilliseconds), uncreditedMilliseconds - seconds * 1000);
  const time = { ...session.time, outageSeconds: outageSeconds + seconds, uncreditedMilliseconds: uncredited };
  return { ...session, time };
}
