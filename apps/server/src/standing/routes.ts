import { getStanding } from '@cairn/contract';
import { newApp } from '../http/app.ts';
import { standings } from './service.ts';

export function standingRoutes(deps: Parameters<typeof standings>[0]) {
  return newApp().openapi(getStanding, async (c) => c.json({ standings: await standings(deps) }, 200));
}
