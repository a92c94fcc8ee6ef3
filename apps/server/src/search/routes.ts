import { searchEverything } from '@cairn/contract';
import { newApp } from '../http/app.ts';
import type { SearchService } from './service.ts';

export function searchRoutes(search: SearchService) {
  return newApp().openapi(searchEverything, async (c) => c.json(await search.find(c.req.valid('query')), 200));
}
