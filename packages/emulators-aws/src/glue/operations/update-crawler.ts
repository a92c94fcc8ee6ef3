import type { UpdateCrawlerRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandCrawlable, getCrawlerEntry, onCrawler } from '../crawling/crawlers.ts';
import { scheduleOf, setSchedule } from '../crawling/schedule.ts';
import { crawlerRunning } from '../errors.ts';
import { demandPassRole } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const updateCrawler = operation<GlueState, Sent<UpdateCrawlerRequest>, object>({
  fidelity: 'real',
  needs: onCrawler('UpdateCrawler'),
  handle: (input, call) => {
    const entry = getCrawlerEntry(call, input.Name);
    if (entry.crawler.State !== 'READY') throw crawlerRunning(input.Name);
    demandCrawlable(definedOf(input));
    if (input.Role !== undefined) demandPassRole(call, input.Role);
    const { Schedule: expression, ...changes } = definedOf(input);
    const schedule = scheduleOf(expression);
    entry.crawler = {
      ...entry.crawler,
      ...changes,
      LastUpdated: call.date(),
      Version: (entry.crawler.Version ?? 0) + 1,
    };
    if (expression === '') delete entry.crawler.Schedule;
    else if (schedule) entry.crawler.Schedule = schedule;
    setSchedule(call, entry);
    return {};
  },
});

const definedOf = ({ CrawlerSecurityConfiguration: _security, ...input }: Sent<UpdateCrawlerRequest>) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<typeof input> & {
    Name: string;
  };
