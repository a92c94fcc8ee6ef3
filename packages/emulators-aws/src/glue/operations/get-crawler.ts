import type { GetCrawlerRequest, GetCrawlerResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { getCrawlerEntry, onCrawler } from '../crawling/crawlers.ts';
import type { GlueState } from '../state.ts';

export const getCrawler = operation<GlueState, GetCrawlerRequest, GetCrawlerResponse>({
  fidelity: 'real',
  needs: onCrawler('GetCrawler'),
  handle: ({ Name: name }, call) => ({ Crawler: getCrawlerEntry(call, name).crawler }),
});
