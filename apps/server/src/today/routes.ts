import { getToday } from '@cairn/contract';
import { newApp } from '../http/app.ts';
import { type TodayDeps, todayFor } from './service.ts';

export function todayRoutes(deps: TodayDeps) {
  return newApp().openapi(getToday, async (c) => c.json(await todayFor(deps, c.req.valid('query')), 200));
}
