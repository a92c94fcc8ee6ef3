import {
  deleteOwnCard,
  draftCardFromItem,
  exportCards,
  getCardForecast,
  getCardOverview,
  getCardQueue,
  getStudySettings,
  importCards,
  listCards,
  putOwnCard,
  putStudySettings,
  resetCards,
  sendCardReviews,
  suspendCards,
} from '@cairn/contract';
import { newApp } from '../http/app.ts';
import type { CardService } from './service.ts';

const DONE = { ok: true as const };

export function cardRoutes(cards: CardService) {
  return newApp()
    .openapi(getCardOverview, async (c) => c.json(await cards.overview(c.req.valid('query').timeZone), 200))
    .openapi(getCardQueue, async (c) => c.json(await cards.queue(c.req.valid('query')), 200))
    .openapi(sendCardReviews, async (c) => c.json(await cards.take(c.req.valid('json').reviews), 200))
    .openapi(getCardForecast, async (c) => {
      const { exam, days, timeZone } = c.req.valid('query');
      return c.json(await cards.forecast(exam, days, timeZone), 200);
    })
    .openapi(listCards, async (c) => c.json(await cards.browse(c.req.valid('query')), 200))
    .openapi(putOwnCard, async (c) => c.json(await cards.putOwn(c.req.valid('param').cardId, c.req.valid('json')), 200))
    .openapi(deleteOwnCard, async (c) => {
      await cards.removeOwn(c.req.valid('param').cardId);
      return c.json(DONE, 200);
    })
    .openapi(suspendCards, async (c) => {
      const { cardIds, isSuspended } = c.req.valid('json');
      await cards.suspend(cardIds, isSuspended);
      return c.json(DONE, 200);
    })
    .openapi(resetCards, async (c) => {
      await cards.reset(c.req.valid('json').cardIds);
      return c.json(DONE, 200);
    })
    .openapi(draftCardFromItem, async (c) => {
      const { attemptId, slot } = c.req.valid('json');
      return c.json(await cards.draft(attemptId, slot), 200);
    })
    .openapi(exportCards, async (c) => {
      const { exam } = c.req.valid('query');
      const bytes = await cards.exported(exam);
      return c.body(new Uint8Array(bytes).buffer, 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="cairn-${exam?.toLowerCase().replace(/[^a-z0-9-]/g, '') ?? 'cards'}.apkg"`,
      });
    })
    .openapi(importCards, async (c) =>
      c.json(await cards.imported(new Uint8Array(await c.req.arrayBuffer()), c.req.valid('query').exam), 200),
    )
    .openapi(getStudySettings, async (c) => c.json(await cards.settings(), 200))
    .openapi(putStudySettings, async (c) => c.json(await cards.putSettings(c.req.valid('json')), 200));
}
