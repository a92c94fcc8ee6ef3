import {
  claimTab,
  type ExamSummary,
  getAttempt,
  getReport,
  listAttempts,
  listExams,
  seeCorrection,
  sendEvents,
  startAttempt,
} from '@cairn/contract';
import { newApp } from '../http/app.ts';
import type { ExamService } from './service.ts';

/** Routes read, call one service function, and answer. They hold no rules. */
export function examRoutes(exams: ExamService, summaries: readonly ExamSummary[]) {
  return newApp()
    .openapi(listExams, (c) => c.json({ exams: [...summaries] }, 200))
    .openapi(listAttempts, async (c) => c.json({ attempts: await exams.list() }, 200))
    .openapi(startAttempt, async (c) => c.json(await exams.start(c.req.valid('json')), 200))
    .openapi(getAttempt, async (c) => {
      const { attemptId } = c.req.valid('param');
      return c.json(await exams.show(attemptId, c.req.valid('query').tabId), 200);
    })
    .openapi(sendEvents, async (c) => {
      const { tabId, events } = c.req.valid('json');
      return c.json(await exams.send(c.req.valid('param').attemptId, tabId, events), 200);
    })
    .openapi(claimTab, async (c) => {
      const { attemptId } = c.req.valid('param');
      return c.json(await exams.claim(attemptId, c.req.valid('json').tabId), 200);
    })
    .openapi(seeCorrection, async (c) => {
      await exams.seeCorrection(c.req.valid('param').attemptId);
      return c.json({ ok: true as const }, 200);
    })
    .openapi(getReport, async (c) => c.json(await exams.report(c.req.valid('param').attemptId), 200));
}
