import type { Schedule } from '@aws-sdk/client-glue';
import { nextCron, parseCron } from '../../eventbridge/cron.ts';
import { invalidInput } from '../errors.ts';
import type { CrawlerEntry, GlueCall } from '../state.ts';
import { crawl } from './crawl.ts';

export const CRAWL_TIMER = 'crawl';

export interface CrawlDue {
  readonly name: string;
}

/** A crawler's schedule as it is described. Throws InvalidInputException for an expression that names no time. */
export function scheduleOf(expression: string | undefined): Schedule | undefined {
  if (!expression) return undefined;
  cronOf(expression);
  return { ScheduleExpression: expression, State: 'SCHEDULED' };
}

function cronOf(expression: string) {
  const inside = /^cron\((.+)\)$/.exec(expression)?.[1];
  const cron = inside === undefined ? undefined : parseCron(inside);
  if (!cron)
    throw invalidInput(
      `Invalid schedule ${expression}: write cron(minutes hours day-of-month month day-of-week year).`,
    );
  return cron;
}

/** Sets the reminder for the next crawl by schedule, in place of an earlier one. */
export function setSchedule(call: GlueCall, entry: CrawlerEntry): void {
  if (entry.timer !== undefined) call.cancel(entry.timer);
  entry.timer = undefined;
  const { ScheduleExpression: expression, State: state } = entry.crawler.Schedule ?? {};
  if (expression === undefined || state !== 'SCHEDULED') return;
  const next = nextCron(cronOf(expression), call.now());
  if (next === undefined) return;
  const due: CrawlDue = { name: entry.crawler.Name ?? '' };
  entry.timer = call.later(next - call.now(), CRAWL_TIMER, due);
}

/** Starts a crawl behind the answer. */
export function startCrawl(call: GlueCall, entry: CrawlerEntry): void {
  entry.crawlNumber += 1;
  entry.crawler.State = 'RUNNING';
  const { crawlNumber } = entry;
  call.background((later) => crawl(later, entry, crawlNumber));
}

/** The reminder of a schedule: crawls unless a crawl goes on, and sets the next one. */
export function crawlBySchedule(call: GlueCall, { name }: CrawlDue): void {
  const entry = call.state.crawlers.get(name);
  if (!entry) return;
  if (entry.crawler.State === 'READY') startCrawl(call, entry);
  setSchedule(call, entry);
}
