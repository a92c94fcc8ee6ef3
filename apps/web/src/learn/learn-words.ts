import type { LessonSummary } from '@cairn/contract';
import { counted } from '../app/words.ts';

export type Domain = LessonSummary['domain'] & { readonly lessons: readonly LessonSummary[] };
export type ExamLessons = { readonly exam: string; readonly domains: readonly Domain[] };

/** Lessons as they come, by exam and domain. */
export function byExam(lessons: readonly LessonSummary[]): readonly ExamLessons[] {
  return grouped(lessons, ({ exam }) => exam).map(([exam, all]) => ({
    exam,
    domains: grouped(all, ({ domain }) => domain.number).flatMap(([, inside]): Domain[] =>
      inside[0] ? [{ ...inside[0].domain, lessons: inside }] : [],
    ),
  }));
}

function grouped<T, K>(values: readonly T[], keyOf: (value: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return [...groups];
}

export type Progress = { readonly read: number; readonly total: number; readonly minutesLeft: number };

export function progressOf(lessons: readonly LessonSummary[]): Progress {
  const unread = lessons.filter(({ readAt }) => readAt === null);
  return {
    read: lessons.length - unread.length,
    total: lessons.length,
    minutesLeft: unread.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

/** The first that is unread; when all are, the first whose questions are not all right. */
export function nextLesson(lessons: readonly LessonSummary[]): LessonSummary | undefined {
  return (
    lessons.find(({ readAt }) => readAt === null) ?? lessons.find(({ checksRight }) => checksRight < CHECKS_OF_A_LESSON)
  );
}

export const CHECKS_OF_A_LESSON = 3;

/** "2 of 3 checks right", or what is still open. */
export function checksText({ checksAnswered, checksRight }: LessonSummary): string {
  if (checksAnswered === 0) return 'checks open';
  return `${checksRight} of ${counted(CHECKS_OF_A_LESSON, 'check')} right`;
}

export function progressText({ read, total, minutesLeft }: Progress): string {
  if (read === total) return total === 1 ? 'Read' : `All ${counted(total, 'lesson')} read`;
  return `${read} of ${counted(total, 'lesson')} read, about ${durationText(minutesLeft)} to go`;
}

export function durationText(minutes: number): string {
  if (minutes < 60) return counted(minutes, 'minute');
  const rest = Math.round((minutes % 60) / 5) * 5;
  const hours = Math.floor(minutes / 60) + (rest === 60 ? 1 : 0);
  return rest === 0 || rest === 60 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${rest} minutes`;
}
