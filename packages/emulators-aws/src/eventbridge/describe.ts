import type { EventBus as BusOutput, Rule as RuleOutput, Tag } from '@aws-sdk/client-eventbridge';
import type { EventBus, Rule } from './state.ts';

export const describeRule = (rule: Rule): RuleOutput => ({
  Name: rule.name,
  Arn: rule.arn,
  State: rule.state,
  EventBusName: rule.busName,
  ...(rule.pattern === undefined ? {} : { EventPattern: rule.pattern }),
  ...(rule.schedule === undefined ? {} : { ScheduleExpression: rule.schedule }),
  ...(rule.description === undefined ? {} : { Description: rule.description }),
  ...(rule.roleArn === undefined ? {} : { RoleArn: rule.roleArn }),
});

export const describeBus = (bus: EventBus): BusOutput => ({
  Name: bus.name,
  Arn: bus.arn,
  CreationTime: new Date(bus.createdAt),
  LastModifiedTime: new Date(bus.createdAt),
  ...(bus.description === undefined ? {} : { Description: bus.description }),
});

export const describeTags = (tags: ReadonlyMap<string, string>): Tag[] =>
  [...tags].map(([Key, Value]) => ({ Key, Value }));

export const pairsOf = (tags: readonly Tag[] = []): [string, string][] =>
  tags.map(({ Key = '', Value = '' }) => [Key, Value]);
