import type { AnswerCheck, Feedback, Lesson, LessonSummary, LogActivities } from '@cairn/contract';
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem, problemOf, request } from '../api.ts';

export const lessonAddress = (exam: string, task: string) =>
  `/api/lessons/${encodeURIComponent(exam)}/${encodeURIComponent(task)}`;

export const lessonsQuery = queryOptions({
  queryKey: ['lessons'],
  queryFn: async () => (await request<{ lessons: readonly LessonSummary[] }>('/api/lessons')).lessons,
});

export const lessonQuery = (exam: string, task: string) =>
  queryOptions({
    queryKey: ['lesson', exam.toLowerCase(), task],
    queryFn: () => request<Lesson>(lessonAddress(exam, task)),
  });

export type CheckAnswer = AnswerCheck & { readonly number: number };

export const answerCheck = ({ exam, task }: Pick<Lesson, 'exam' | 'task'>, { number, ...body }: CheckAnswer) =>
  request<Feedback>(`${lessonAddress(exam, task)}/checks/${number}`, { method: 'POST', body });

/** Sends work in a request that outlives the page. */
export async function sendActivities(activities: LogActivities['activities']): Promise<void> {
  const answer = await fetch('/api/activities', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ activities }),
    keepalive: true,
  }).catch(() => {
    throw new ApiProblem(0, 'unreachable', 'Cairn does not answer.'); // fetch rejects only when no answer came
  });
  if (!answer.ok) throw await problemOf(answer);
}
