import type { Attempt, AttemptEvent, EventsAcknowledged, ReportWithCorrection, StartAttempt } from '@cairn/contract';
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem, problemOf, request } from '../api.ts';

export const startAttempt = (body: StartAttempt): Promise<Attempt> =>
  request<Attempt>('/api/attempts', { method: 'POST', body });

const address = (attemptId: string) => `/api/attempts/${encodeURIComponent(attemptId)}`;

export const getAttempt = (attemptId: string, tabId: string): Promise<Attempt> =>
  request<Attempt>(`${address(attemptId)}?tabId=${tabId}`);

export const claimTab = (attemptId: string, tabId: string): Promise<Attempt> =>
  request<Attempt>(`${address(attemptId)}/tab`, { method: 'POST', body: { tabId } });

/** Browsers refuse `keepalive` for bodies above 64 KiB. */
const KEEPALIVE_BYTES = 60_000;
const PATIENCE_MILLISECONDS = 20_000;

/** Sends events in a request that outlives the page where it can, and gives a silent server up after a while. */
export async function sendEvents(
  attemptId: string,
  tabId: string,
  events: readonly AttemptEvent[],
): Promise<EventsAcknowledged> {
  const body = JSON.stringify({ tabId, events });
  const answer = await fetch(`${address(attemptId)}/events`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body,
    keepalive: new TextEncoder().encode(body).length < KEEPALIVE_BYTES,
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
  }).catch(() => {
    throw new ApiProblem(0, 'unreachable', 'Cairn does not answer.'); // fetch rejects only when no answer came
  });
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as EventsAcknowledged; // the contract's type
}

export const reportQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ['report', attemptId],
    queryFn: () => request<ReportWithCorrection>(`${address(attemptId)}/report`),
  });

/** The learner has seen what a corrected key changed. */
export const seeCorrection = (attemptId: string): Promise<unknown> =>
  request(`${address(attemptId)}/correction/seen`, { method: 'POST' });

/** The questions of an attempt that is over, with its feedback. No tab writes to it, so none is named. */
export const finishedAttemptQuery = (attemptId: string) =>
  queryOptions({
    queryKey: ['finished-attempt', attemptId],
    queryFn: () => request<Attempt>(address(attemptId)),
    staleTime: Number.POSITIVE_INFINITY,
  });
