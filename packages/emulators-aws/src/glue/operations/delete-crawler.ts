import type { DeleteCrawlerRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getCrawlerEntry, onCrawler } from '../crawling/crawlers.ts';
import { crawlerRunning } from '../errors.ts';
import type { GlueState } from '../state.ts';

export const deleteCrawler = operation<GlueState, Sent<DeleteCrawlerRequest>, object>({
  fidelity: 'real',
  needs: onCrawler('DeleteCrawler'),
  handle: (input, call) => {
    const { crawler, timer } = getCrawlerEntry(call, input.Name);
    if (crawler.State !== 'READY') throw crawlerRunning(input.Name);
    if (timer !== undefined) call.cancel(timer);
    call.state.crawlers.delete(input.Name);
    return {};
  },
});
