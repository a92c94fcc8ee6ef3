import type { Crawler, CreateCrawlerRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandCrawlable, onCrawler } from '../crawling/crawlers.ts';
import { scheduleOf, setSchedule } from '../crawling/schedule.ts';
import { alreadyExists } from '../errors.ts';
import { demandPassRole } from '../needs.ts';
import type { GlueCall, GlueState } from '../state.ts';

export const createCrawler = operation<GlueState, Sent<CreateCrawlerRequest>, object>({
  fidelity: 'simplified',
  differs: 'Built-in classifiers for CSV, JSON lines and Parquet only; tags are not kept.',
  needs: onCrawler('CreateCrawler'),
  handle: (input, call) => {
    demandCrawlable(input);
    demandPassRole(call, input.Role);
    if (call.state.crawlers.has(input.Name)) throw alreadyExists(`Crawler with name ${input.Name}`);
    const entry = { crawler: newCrawler(call, input), crawlNumber: 0, timer: undefined };
    call.state.crawlers.set(input.Name, entry);
    setSchedule(call, entry);
    return {};
  },
});

function newCrawler(call: GlueCall, { Schedule, Tags: _tags, ...input }: Sent<CreateCrawlerRequest>): Crawler {
  const schedule = scheduleOf(Schedule);
  return {
    ...input,
    State: 'READY',
    Classifiers: input.Classifiers ?? [],
    SchemaChangePolicy: {
      UpdateBehavior: 'UPDATE_IN_DATABASE',
      DeleteBehavior: 'DEPRECATE_IN_DATABASE',
      ...input.SchemaChangePolicy,
    },
    RecrawlPolicy: input.RecrawlPolicy ?? { RecrawlBehavior: 'CRAWL_EVERYTHING' },
    CrawlElapsedTime: 0,
    CreationTime: call.date(),
    LastUpdated: call.date(),
    Version: 1,
    ...(schedule ? { Schedule: schedule } : {}),
  };
}
