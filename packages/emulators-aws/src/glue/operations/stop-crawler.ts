import type { StopCrawlerRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { getCrawlerEntry, onCrawler } from '../crawling/crawlers.ts';
import { crawlerNotRunning } from '../errors.ts';
import type { GlueState } from '../state.ts';

export const stopCrawler = operation<GlueState, StopCrawlerRequest, object>({
  fidelity: 'real',
  needs: onCrawler('StopCrawler'),
  handle: (input, call) => {
    const entry = getCrawlerEntry(call, input.Name);
    if (entry.crawler.State !== 'RUNNING') throw crawlerNotRunning(input.Name ?? '');
    entry.crawlNumber += 1;
    entry.crawler.State = 'READY';
    entry.crawler.LastCrawl = {
      Status: 'CANCELLED',
      LogGroup: '/aws-glue/crawlers',
      LogStream: input.Name,
      StartTime: call.date(),
    };
    return {};
  },
});
