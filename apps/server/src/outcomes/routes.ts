import {
  deleteImportedOutcomes,
  deleteOutcome,
  exportOutcomes,
  getReliability,
  importOutcomes,
  listOutcomes,
  putOutcome,
} from '@cairn/contract';
import { newApp } from '../http/app.ts';
import type { OutcomeService } from './service.ts';

const AS_FILE = { 'content-disposition': 'attachment; filename="cairn-outcomes.json"' };

export function outcomeRoutes(outcomes: OutcomeService) {
  return newApp()
    .openapi(listOutcomes, async (c) => c.json({ outcomes: await outcomes.list() }, 200))
    .openapi(exportOutcomes, async (c) => c.json(await outcomes.export(), 200, AS_FILE))
    .openapi(importOutcomes, async (c) => c.json(await outcomes.import(c.req.valid('json')), 200))
    .openapi(deleteImportedOutcomes, async (c) => {
      await outcomes.deleteImported();
      return c.json({ ok: true as const }, 200);
    })
    .openapi(putOutcome, async (c) => {
      const { outcomeId } = c.req.valid('param');
      return c.json(await outcomes.record(outcomeId, c.req.valid('json')), 200);
    })
    .openapi(deleteOutcome, async (c) => {
      await outcomes.delete(c.req.valid('param').outcomeId);
      return c.json({ ok: true as const }, 200);
    })
    .openapi(getReliability, async (c) => c.json(await outcomes.reliability(), 200));
}
