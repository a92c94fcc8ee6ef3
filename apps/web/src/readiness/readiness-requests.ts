import type { FormInformation, Outcome, Readiness, RecordOutcome } from '@cairn/contract';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api.ts';
import type { Plan } from './plan.ts';

const address = (exam: string) => `/api/exams/${encodeURIComponent(exam)}`;

function questionOf({ examOn, hoursPerWeek }: Plan): string {
  const words = new URLSearchParams();
  if (examOn !== undefined) words.set('examOn', examOn);
  if (hoursPerWeek !== undefined) words.set('hoursPerWeek', String(hoursPerWeek));
  return words.size === 0 ? '' : `?${words}`;
}

/** What is not in the plan the server takes from the newest roadmap to the certification, if there is one. */
export const readinessQuery = (exam: string, plan: Plan = {}) =>
  queryOptions({
    queryKey: ['readiness', exam, plan],
    queryFn: () => request<Readiness>(`${address(exam)}/readiness${questionOf(plan)}`),
    staleTime: 0, // every answer anywhere changes it
  });

export const informationQuery = (exam: string) =>
  queryOptions({
    queryKey: ['information', exam],
    queryFn: () => request<FormInformation>(`${address(exam)}/information`),
    staleTime: Number.POSITIVE_INFINITY, // the bank does not change while the server runs
  });

export const outcomesQuery = queryOptions({
  queryKey: ['outcomes'],
  queryFn: async () => (await request<{ outcomes: readonly Outcome[] }>('/api/outcomes')).outcomes,
});

export const putOutcome = (id: string, body: RecordOutcome): Promise<Outcome> =>
  request<Outcome>(`/api/outcomes/${id}`, { method: 'PUT', body });

export const deleteOutcome = (id: string): Promise<unknown> => request(`/api/outcomes/${id}`, { method: 'DELETE' });
