import type { LessonSummary } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { byExam, durationText, nextLesson, progressOf, progressText } from './learn-words.ts';

const lesson = (id: string, over: Partial<LessonSummary> = {}): LessonSummary => {
  const [exam = '', task = ''] = id.split('/');
  const domain = { number: Number(task.split('.')[0]), name: `Domain ${task.split('.')[0]}` };
  const text = { taskText: 'Do it', title: id, summary: 'You can.' };
  return { id, exam, task, domain, ...text, minutes: 8, readAt: null, checksAnswered: 0, checksRight: 0, ...over };
};

const read = { readAt: 1 };

describe('lessons', () => {
  it('stand by exam and domain, in the order in which they come', () => {
    const [first, second] = byExam(['aif-c01/1.1', 'aif-c01/1.2', 'aif-c01/2.1', 'ai-103/1.1'].map((id) => lesson(id)));

    expect(first?.domains.map(({ number, lessons }) => [number, lessons.length])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(second?.exam).toBe('ai-103');
  });

  it('go on with the first that is unread', () => {
    expect(nextLesson([lesson('a/1.1', read), lesson('a/1.2'), lesson('a/1.3')])?.id).toBe('a/1.2');
  });

  it('go on, when all are read, with the first whose checks are not all right', () => {
    const right = { ...read, checksAnswered: 3, checksRight: 3 };

    expect(nextLesson([lesson('a/1.1', right), lesson('a/1.2', read)])?.id).toBe('a/1.2');
    expect(nextLesson([lesson('a/1.1', right)])).toBeUndefined();
  });

  it('say how far one has come', () => {
    expect(progressText(progressOf([lesson('a/1.1', read), lesson('a/1.2')]))).toBe(
      '1 of 2 lessons read, about 8 minutes to go',
    );
    expect(progressText(progressOf([lesson('a/1.1', read)]))).toBe('Read');
  });
});

it.each([
  [59, '59 minutes'],
  [60, '1 hour'],
  [84, '1 hour 25 minutes'],
  [119, '2 hours'],
])('%i minutes are %s', (minutes, text) => {
  expect(durationText(minutes)).toBe(text);
});
