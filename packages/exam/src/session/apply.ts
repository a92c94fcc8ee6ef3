import { unreachable } from '@cairn/kernel';
import { answer, check, mark, outage, pause, resume, submit, timeOut, visit } from './arrows.ts';
import { type Received, type Rejected, rejected, type SessionEvent } from './event.ts';
import { leave } from './locks.ts';
import type { Paused, Running, Session } from './session.ts';
import { advanceClock, isOverdue } from './time.ts';

export type Applied = { readonly outcome: 'accepted'; readonly session: Session } | Rejected;

const isServerMade = ({ kind }: SessionEvent): boolean => kind === 'outage' || kind === 'time-out';

function whileRunning(session: Running, event: SessionEvent): Session | Rejected {
  switch (event.kind) {
    case 'visit':
      return visit(session, event.slot);
    case 'answer':
      return answer(session, event.slot, event.response);
    case 'flag':
      return mark(session, event.slot, { flagged: event.flagged });
    case 'strike':
      return mark(session, event.slot, { struckOut: event.options });
    case 'highlight':
      return mark(session, event.slot, { highlights: event.passages });
    case 'note':
      return mark(session, event.slot, { note: event.text });
    case 'check':
      return check(session, event.slot);
    case 'leave-section':
      return leave(session, event.section);
    case 'pause':
      return pause(session);
    case 'resume':
      return rejected('not-in-this-mode', 'The attempt is not paused.');
    case 'submit':
      return submit(session);
    case 'outage':
      return outage(session, event.seconds);
    case 'time-out':
      return timeOut(session);
    default:
      return unreachable(event);
  }
}

function whilePaused(session: Paused, event: SessionEvent): Session | Rejected {
  if (event.kind === 'resume') return resume(session);
  if (event.kind === 'submit') return submit(resume(session));
  if (event.kind === 'outage') return outage(session, event.seconds);
  return rejected('not-in-this-mode', 'The attempt is paused; resume it first.');
}

/**
 * One event onto a session. Rejected events change nothing. Time is the server's: `receivedAt` decides what is late.
 *
 * @param receivedAt server clock, milliseconds since 1970
 */
export function applyEvent(session: Session, event: SessionEvent, receivedAt: number): Applied {
  if (session.state === 'over') return rejected('attempt-over', 'This attempt is over.');
  if (isOverdue(session, receivedAt) && !isServerMade(event)) {
    return rejected('after-time', 'The time was up before this arrived, so it does not count.');
  }
  const clientAt = 'at' in event ? event.at : undefined;
  const next =
    session.state === 'paused'
      ? whilePaused(advanceClock(session, receivedAt, clientAt), event)
      : whileRunning(advanceClock(session, receivedAt, clientAt), event);
  return 'outcome' in next ? next : { outcome: 'accepted', session: next };
}

/** The session that a log of events gives, whenever and wherever it is folded. Rejected events leave no trace. */
export function foldEvents(start: Session, log: Iterable<Received>): Session {
  let session = start;
  for (const { event, receivedAt } of log) {
    const applied = applyEvent(session, event, receivedAt);
    if (applied.outcome === 'accepted') session = applied.session;
  }
  return session;
}
