import type { PlanChanged, Today, TodayEntry } from '@cairn/contract';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api.ts';

/** Where the learner is, by their browser: a day is theirs. */
export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

export const todayQuery = (minutes: number | undefined) =>
  queryOptions({
    queryKey: ['today', minutes ?? 'planned'],
    queryFn: () => {
      const asked = new URLSearchParams({ timeZone: timeZone() });
      if (minutes !== undefined) asked.set('minutes', String(minutes));
      return request<Today>(`/api/today?${asked}`);
    },
    staleTime: 0, // everything that is done anywhere changes it
    placeholderData: (before: Today | undefined) => before, // another size of the box keeps the page still
  });

export const replan = (exam: string): Promise<PlanChanged> =>
  request<PlanChanged>(`/api/plans/${encodeURIComponent(exam)}/replan?timeZone=${encodeURIComponent(timeZone())}`, {
    method: 'POST',
  });

/** For work that Cairn cannot see come to its end: the learner says so. The id makes a repeated request count once. */
export const tick = ({ id, exam, kind }: TodayEntry, requestId: string, now: number): Promise<unknown> =>
  request('/api/activities', {
    method: 'POST',
    body: {
      activities: [
        {
          id: requestId,
          kind: kind === 'review-mock' ? 'mock-review' : 'practice',
          exam,
          ref: `${exam}/${id}`,
          seconds: 0, // the sitting itself has logged its time
          at: now,
          timeZone: timeZone(),
        },
      ],
    },
  });
