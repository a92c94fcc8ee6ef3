import { answerLessonCheck, getLesson, listLessons } from '@cairn/contract';
import { newApp } from '../http/app.ts';
import type { LessonService } from './service.ts';

export function lessonRoutes(lessons: LessonService) {
  return newApp()
    .openapi(listLessons, async (c) => c.json({ lessons: await lessons.list(c.req.valid('query').exam) }, 200))
    .openapi(getLesson, async (c) => {
      const { exam, task } = c.req.valid('param');
      return c.json(await lessons.show(exam, task), 200);
    })
    .openapi(answerLessonCheck, async (c) => {
      const { exam, task, number } = c.req.valid('param');
      return c.json(await lessons.answer(exam, task, number, c.req.valid('json')), 200);
    });
}
