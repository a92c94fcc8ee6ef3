import type { ExamPlan, PlanChanged, PlanChoices, PlanPreview, PlanSummary } from '@cairn/contract';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api.ts';
import { timeZone } from '../today/today-requests.ts';

const zone = (): string => `timeZone=${encodeURIComponent(timeZone())}`;

const addressOf = (exam: string): string => `/api/plans/${encodeURIComponent(exam)}`;

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: async () => (await request<{ plans: readonly PlanSummary[] }>(`/api/plans?${zone()}`)).plans,
});

export const planQuery = (exam: string) =>
  queryOptions({
    queryKey: ['plan', exam],
    queryFn: () => request<ExamPlan>(`${addressOf(exam)}?${zone()}`),
    staleTime: 0,
  });

export const previewQuery = (exam: string, choices: PlanChoices) =>
  queryOptions({
    queryKey: ['plan-preview', exam, choices],
    queryFn: () => request<PlanPreview>(`/api/plans/preview?${zone()}`, { method: 'POST', body: { exam, choices } }),
    placeholderData: (before: PlanPreview | undefined) => before, // the picture stays while the next one is made
  });

export const putPlan = (exam: string, choices: PlanChoices): Promise<PlanChanged> =>
  request<PlanChanged>(`${addressOf(exam)}?${zone()}`, { method: 'PUT', body: choices });

export const deletePlan = (exam: string): Promise<unknown> => request(addressOf(exam), { method: 'DELETE' });

export const calendarAddress = (exam: string): string => `${addressOf(exam)}/calendar.ics?${zone()}`;
