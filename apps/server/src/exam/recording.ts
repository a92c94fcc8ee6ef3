import { type AttemptEvent, Problem, type Rejection } from '@cairn/contract';
import type { Transaction } from '@cairn/db';
import { applyEvent, isOverdue, reportOf, type ServerEvent, type Session } from '@cairn/exam';
import type { Clock, Instant } from '@cairn/kernel';
import type { EvidenceRepository } from '../evidence/repository.ts';
import type { LiveSessions } from './live-session.ts';
import { observationsOf } from './observations.ts';
import { AttemptHeading, type AttemptRepository, type LockedAttempt, type NewEvent } from './repository.ts';

export type RecordingDeps = {
  readonly attempts: AttemptRepository;
  readonly live: LiveSessions;
  readonly evidence: EvidenceRepository;
  readonly learnerId: string;
  readonly clock: Clock;
  readonly newId: () => string;
};

/** Who writes: one browser tab, or the server itself. */
export type Writer = { readonly tabId: string } | 'server';

export type Recorded = {
  readonly session: Session;
  readonly acknowledged: readonly string[];
  readonly rejected: readonly Rejection[];
};

/** A batch being folded: the session so far, and what became of each event. */
type Batch = {
  session: Session;
  readonly stored: NewEvent[];
  readonly acknowledged: string[];
  readonly rejected: Rejection[];
};

export function unknownAttempt(id: string): Problem {
  return new Problem('attempt-unknown', `There is no attempt ${id} here; open the list of exams.`);
}

function requireActiveTab(row: LockedAttempt, writer: Writer): void {
  if (writer === 'server' || row.isOver || row.activeTab === writer.tabId) return;
  throw new Problem('attempt-elsewhere', 'It was opened in another window; go on there, or take it over here.');
}

/** Folds what a candidate did. A repeated id is acknowledged again and changes nothing. */
function foldEvents(batch: Batch, events: readonly AttemptEvent[], known: ReadonlySet<string>, now: Instant): void {
  const seen = new Set(known);
  for (const event of events) {
    if (seen.has(event.id)) {
      batch.acknowledged.push(event.id);
      continue;
    }
    const applied = applyEvent(batch.session, event, now);
    if (applied.outcome === 'rejected') {
      batch.rejected.push({ id: event.id, reason: applied.reason, message: applied.message });
      continue;
    }
    seen.add(event.id);
    batch.session = applied.session;
    batch.acknowledged.push(event.id);
    batch.stored.push({ id: event.id, kind: event.kind, payload: event, clientAt: event.at, receivedAt: now });
  }
}

function foldServerEvent(batch: Batch, event: ServerEvent, now: Instant, newId: () => string): void {
  const applied = applyEvent(batch.session, event, now);
  if (applied.outcome === 'rejected') return; // nothing to time out, or nothing to give back
  batch.session = applied.session;
  batch.stored.push({ id: newId(), kind: event.kind, payload: event, clientAt: now, receivedAt: now });
}

/** Evidence of what counts by now, and the report if the attempt has just ended: with the events, or not at all. */
async function settle(deps: RecordingDeps, on: Transaction, id: string, before: Session, after: Session, now: Instant) {
  const { attempts, evidence, learnerId, newId } = deps;
  const mayCount = after.mode === 'study' || after.state === 'over';
  if (mayCount && after !== before) {
    await evidence.append(on, observationsOf(after, { attemptId: id, learnerId, at: now, newId }));
  }
  if (after.state !== 'over' || before.state === 'over') return;
  const { scope } = AttemptHeading.parse((await attempts.find(learnerId, id, on))?.heading);
  await attempts.end(on, id, { overAt: after.overAt, reason: after.reason, report: reportOf(after, id, scope) });
}

/**
 * Records events of one attempt in one transaction that holds its row. When it returns, everything acknowledged is
 * on disk; when it throws, nothing of the batch is.
 */
export async function record(
  deps: RecordingDeps,
  id: string,
  writer: Writer,
  events: readonly AttemptEvent[],
  serverEvents: (before: Session, now: Instant) => readonly ServerEvent[] = () => [],
): Promise<Recorded> {
  const { attempts, live, learnerId, clock, newId } = deps;
  const eventIds = events.map((event) => event.id);
  const done = await attempts.locked(learnerId, id, eventIds, async (row, on) => {
    requireActiveTab(row, writer);
    const start = await live.upToDate(learnerId, id, on);
    if (start === undefined) return undefined;
    const now = clock.now();
    const batch: Batch = { session: start.session, stored: [], acknowledged: [], rejected: [] };
    for (const event of serverEvents(start.session, now)) foldServerEvent(batch, event, now, newId);
    foldEvents(batch, events, row.known, now);
    if (isOverdue(batch.session, now)) foldServerEvent(batch, { kind: 'time-out' }, now, newId);
    await attempts.append(on, id, row.lastSequence, batch.stored);
    await settle(deps, on, id, start.session, batch.session, now);
    return {
      batch,
      sequence: row.lastSequence + batch.stored.length,
      eventId: batch.stored.at(-1)?.id ?? start.eventId,
    };
  });
  if (done === undefined) throw unknownAttempt(id);
  const { batch, ...place } = done;
  live.keep(id, { session: batch.session, ...place });
  return batch;
}
