import { decideItemReport, getIssueFile, listItemReports, putItemReport } from '@cairn/contract';
import { newApp } from '../http/app.ts';
import type { ReportService } from './service.ts';

export function reportRoutes(reports: ReportService) {
  return newApp()
    .openapi(listItemReports, async (c) => c.json({ reports: await reports.list() }, 200))
    .openapi(putItemReport, async (c) => {
      const { reportId } = c.req.valid('param');
      return c.json(await reports.record(reportId, c.req.valid('json')), 200);
    })
    .openapi(decideItemReport, async (c) => {
      const { reportId } = c.req.valid('param');
      return c.json(await reports.decide(reportId, c.req.valid('json')), 200);
    })
    .openapi(getIssueFile, async (c) => {
      const { name, text } = await reports.issue(c.req.valid('param').reportId);
      return c.text(text, 200, {
        'content-type': 'text/markdown; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
      });
    });
}
