import type { PutRuleRequest, PutRuleResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import { parsePattern } from '../../messaging/pattern.ts';
import { busNameOf, getBus, ruleArn, ruleNeed } from '../buses.ts';
import { pairsOf } from '../describe.ts';
import { invalidPattern, limitExceeded, notSupported, validation } from '../errors.ts';
import { nextDue, reschedule } from '../schedule.ts';
import { DEFAULT_BUS, type EventBus, type EventsCall, type EventsState, type Rule } from '../state.ts';

const MAX_RULES = 300;

type Input = Sent<PutRuleRequest>;

export const putRule = operation<EventsState, Input, PutRuleResponse>({
  fidelity: 'simplified',
  differs: 'A rule is in force at once; in AWS it takes up to a minute.',
  needs: ({ Name: name, EventBusName: bus, Tags: tags }, call) =>
    ruleNeed(call, 'PutRule', name, busNameOf(bus), requestTags(pairsOf(tags))),
  handle: (input, call) => {
    const bus = getBus(call, input.EventBusName);
    check(call, bus, input);
    if (input.RoleArn !== undefined) {
      call.demand({
        action: 'iam:PassRole',
        resource: input.RoleArn,
        context: { 'iam:PassedToService': 'events.amazonaws.com' },
      });
    }
    const rule = bus.rules.get(input.Name) ?? add(call, bus, input);
    rule.pattern = input.EventPattern;
    rule.schedule = input.ScheduleExpression;
    rule.state = input.State === 'DISABLED' ? 'DISABLED' : 'ENABLED';
    rule.description = input.Description;
    rule.roleArn = input.RoleArn;
    reschedule(call, rule);
    return { RuleArn: rule.arn };
  },
});

function check(
  call: EventsCall,
  bus: EventBus,
  { EventPattern: pattern, ScheduleExpression: schedule, State: state }: Input,
): void {
  if (!pattern && !schedule) throw validation('Parameter(s) EventPattern or ScheduleExpression must be specified.');
  if (state === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS') throw notSupported(`The state ${state}`);
  if (schedule) {
    if (bus.name !== DEFAULT_BUS) throw validation('ScheduleExpression is supported only on the default event bus.');
    nextDue(schedule, call.now());
  }
  const parsed = pattern ? parsePattern(pattern) : undefined;
  if (parsed?.outcome === 'fault') throw invalidPattern(parsed.fault);
}

/** Tags are for new rules: PutRule on one that is there leaves them as they are. */
function add(call: EventsCall, bus: EventBus, { Name: name, Tags: tags }: Input): Rule {
  if (bus.rules.size >= MAX_RULES) throw limitExceeded();
  const rule: Rule = {
    name,
    arn: ruleArn(call, name, bus.name),
    busName: bus.name,
    createdBy: call.accountId,
    pattern: undefined,
    schedule: undefined,
    state: 'ENABLED',
    description: undefined,
    roleArn: undefined,
    tags: new Map(pairsOf(tags)),
    targets: new Map(),
    timerId: undefined,
  };
  bus.rules.set(name, rule);
  return rule;
}
