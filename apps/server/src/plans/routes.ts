import { deletePlan, getPlan, getPlanCalendar, listPlans, previewPlan, putPlan, replanExam } from '@cairn/contract';
import { newApp } from '../http/app.ts';
import type { PlanService } from './service.ts';

export function planRoutes(plans: PlanService) {
  return newApp()
    .openapi(listPlans, async (c) => c.json({ plans: await plans.list(c.req.valid('query').timeZone) }, 200))
    .openapi(previewPlan, async (c) => {
      const { exam, choices } = c.req.valid('json');
      return c.json(await plans.preview(exam, choices, c.req.valid('query').timeZone), 200);
    })
    .openapi(getPlan, async (c) =>
      c.json(await plans.show(c.req.valid('param').exam, c.req.valid('query').timeZone), 200),
    )
    .openapi(putPlan, async (c) => {
      const { exam } = c.req.valid('param');
      return c.json(await plans.put(exam, c.req.valid('json'), c.req.valid('query').timeZone), 200);
    })
    .openapi(replanExam, async (c) =>
      c.json(await plans.replan(c.req.valid('param').exam, c.req.valid('query').timeZone), 200),
    )
    .openapi(deletePlan, async (c) => {
      await plans.remove(c.req.valid('param').exam);
      return c.json({ ok: true as const }, 200);
    })
    .openapi(getPlanCalendar, async (c) => {
      const { exam } = c.req.valid('param');
      const text = await plans.calendar(exam, c.req.valid('query').timeZone);
      return c.body(text, 200, {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': `attachment; filename="cairn-${exam.toLowerCase()}.ics"`,
        'cache-control': 'no-cache',
      });
    });
}
