import { nextCron, parseCron } from './cron.ts';
import { validation } from './errors.ts';
import { happened } from './matching.ts';
import { DEFAULT_BUS, type EventsCall, type Rule } from './state.ts';

export const SCHEDULE_TIMER = 'schedule';

export interface Due {
  readonly rule: string;
}

const UNIT_MILLISECONDS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const RATE = /^rate\(\s*([1-9]\d*)\s+(minute|hour|day)(s?)\s*\)$/;
const CRON = /^cron\((.*)\)$/;

/** When a schedule falls due next after `after`; undefined when never again. Throws ValidationException. */
export function nextDue(expression: string, after: number): number | undefined {
  const [, count, unit = '', plural] = RATE.exec(expression) ?? [];
  const milliseconds = UNIT_MILLISECONDS[unit];
  if (count !== undefined && milliseconds !== undefined && (plural === 's') === (count !== '1')) {
    return after + Number(count) * milliseconds;
  }
  const cron = parseCron(CRON.exec(expression)?.[1] ?? '');
  if (cron) return nextCron(cron, after);
  throw validation(
    `Parameter ScheduleExpression is not valid: write rate(5 minutes), rate(1 day) or cron(0 12 * * ? *); found ${expression}.`,
  );
}

/** Sets the reminder for the next time of a rule, in place of the one that was set. */
export function reschedule(call: EventsCall, rule: Rule): void {
  if (rule.timerId !== undefined) call.cancel(rule.timerId);
  rule.timerId = undefined;
  if (rule.schedule === undefined || rule.state === 'DISABLED') return;
  const at = nextDue(rule.schedule, call.now());
  const due: Due = { rule: rule.name };
  if (at !== undefined) rule.timerId = call.later(at - call.now(), SCHEDULE_TIMER, due);
}

/** Sends the event of a schedule to the rule's targets, and sets the next reminder. */
export function fallDue(call: EventsCall, { rule: name }: Due): void {
  const rule = call.state.buses.get(DEFAULT_BUS)?.rules.get(name);
  if (!rule) return;
  rule.timerId = undefined;
  reschedule(call, rule);
  happened(call, rule, { source: 'aws.events', detailType: 'Scheduled Event', resources: [rule.arn], detail: {} });
}
