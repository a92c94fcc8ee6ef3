import type { StartCrawlerRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { getCrawlerEntry, onCrawler } from '../crawling/crawlers.ts';
import { startCrawl } from '../crawling/schedule.ts';
import { crawlerRunning } from '../errors.ts';
import type { GlueState } from '../state.ts';

export const startCrawler = operation<GlueState, StartCrawlerRequest, object>({
  fidelity: 'simplified',
  differs: 'A crawl takes seconds, not minutes; a folder that is alone in the include path becomes a table by itself.',
  needs: onCrawler('StartCrawler'),
  handle: (input, call) => {
    const entry = getCrawlerEntry(call, input.Name);
    if (entry.crawler.State !== 'READY') throw crawlerRunning(input.Name ?? '');
    startCrawl(call, entry);
    return {};
  },
});
