import type { GetCrawlersRequest, GetCrawlersResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { page, tokenMember } from '../paging.ts';
import type { GlueState } from '../state.ts';

export const getCrawlers = operation<GlueState, GetCrawlersRequest, GetCrawlersResponse>({
  fidelity: 'real',
  needs: () => ({ action: 'glue:GetCrawlers', resource: '*' }),
  handle: (input, { state }) => {
    const { items, nextToken } = page(state.crawlers.values(), ({ crawler }) => crawler.Name ?? '', input);
    return { Crawlers: items.map(({ crawler }) => crawler), ...tokenMember(nextToken) };
  },
});
