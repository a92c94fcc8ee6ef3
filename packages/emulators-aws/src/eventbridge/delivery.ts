import type { Target } from '@aws-sdk/client-eventbridge';
import { memoryPayload, type Principal, ServiceError } from '@cairn/emulator-kit';
import { type Arn, parseArn } from '../messaging/arn.ts';
import { report } from '../messaging/metrics.ts';
import { valueAt } from './json-path.ts';
import type { BusEvent, EventsCall, Rule } from './state.ts';
import { inputFor } from './transform.ts';

/** One event on its way to one target. */
interface Delivery {
  readonly target: Target & { readonly Arn: string };
  readonly arn: Arn;
  readonly event: BusEvent;
  /** What the target receives, as JSON. */
  readonly input: string;
}

/**
 * Delivers an event to a target: as EventBridge itself, by what the target's policy allows, or with the target's role.
 * What cannot be delivered goes to the target's dead-letter queue; the journal keeps the refusal.
 */
export async function deliver(
  call: EventsCall,
  rule: Rule,
  target: Target & { readonly Arn: string },
  event: BusEvent,
): Promise<void> {
  const arn = parseArn(target.Arn);
  if (!arn) return; // checked when it was put
  const delivery = { target, arn, event, input: inputFor(target, rule, event) };
  try {
    await send(call, rule, delivery);
    report(call, 'AWS/Events', { RuleName: rule.name }, { Invocations: [1, 'Count'] });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    report(call, 'AWS/Events', { RuleName: rule.name }, { FailedInvocations: [1, 'Count'] });
    await bury(call, rule, delivery, error);
  }
}

type Send = (call: EventsCall, rule: Rule, delivery: Delivery) => Promise<unknown>;

/** By the service in the target's ARN. */
const SENDERS: Readonly<Record<string, Send>> = {
  lambda: (call, rule, { target, input }) =>
    call.invoke(
      'lambda',
      'Invoke',
      { FunctionName: target.Arn, InvocationType: 'Event', Payload: memoryPayload(input) },
      eventsPrincipal(call, rule),
    ),
  sqs: (call, rule, { target, arn, input }) =>
    call.invoke(
      'sqs',
      'SendMessage',
      {
        QueueUrl: queueUrlOf(call, arn),
        MessageBody: input,
        ...(target.SqsParameters?.MessageGroupId === undefined
          ? {}
          : { MessageGroupId: target.SqsParameters.MessageGroupId }),
      },
      eventsPrincipal(call, rule),
    ),
  sns: (call, rule, { target, input }) =>
    call.invoke('sns', 'Publish', { TopicArn: target.Arn, Message: input }, eventsPrincipal(call, rule)),
  kinesis: (call, _, { target, event, input }) =>
    call.invoke(
      'kinesis',
      'PutRecord',
      { StreamARN: target.Arn, Data: Buffer.from(input), PartitionKey: partitionKey(target, event) },
      roleOf(call, target),
    ),
  firehose: (call, _, { target, arn, input }) =>
    call.invoke(
      'firehose',
      'PutRecord',
      { DeliveryStreamName: arn.resource.replace(/^deliverystream\//, ''), Record: { Data: Buffer.from(input) } },
      roleOf(call, target),
    ),
  states: (call, _, { target, input }) =>
    call.invoke('sfn', 'StartExecution', { stateMachineArn: target.Arn, input }, roleOf(call, target)),
  sagemaker: (call, _, { target, arn, event }) =>
    call.invoke(
      'sagemaker',
      'StartPipelineExecution',
      {
        PipelineName: arn.resource.replace(/^pipeline\//, ''),
        ClientRequestToken: event.id,
        PipelineParameters: pipelineParameters(target, event),
      },
      roleOf(call, target),
    ),
  logs: sendToLogs,
  events: (call, _, { target, event }) =>
    call.invoke('eventbridge', 'PutEvents', { Entries: [forwarded(target.Arn, event)] }, roleOf(call, target)),
};

export const hasSender = (service: string): boolean => Object.hasOwn(SENDERS, service);

/** Targets that EventBridge reaches with a role of the account, not by their own policy. */
export const needsRole = (service: string): boolean =>
  ['kinesis', 'firehose', 'states', 'sagemaker', 'events'].includes(service);

function send(call: EventsCall, rule: Rule, delivery: Delivery): Promise<unknown> {
  const sender = SENDERS[delivery.arn.service];
  if (!sender) throw new RangeError(`no way to a target of ${delivery.arn.service}`); // checked when it was put
  return sender(call, rule, delivery);
}

/** The service, as the policies of queues, topics and functions see who delivers. */
function eventsPrincipal({ accountId }: EventsCall, { arn }: Rule): Principal {
  const name = 'events.amazonaws.com';
  return { kind: 'service', arn: name, accountId, userId: name, sourceArn: arn };
}

const roleOf = (call: EventsCall, { RoleArn: role = '' }: Target): Principal =>
  call.assume(role, 'events.amazonaws.com', 'events');

const queueUrlOf = ({ endpoint }: EventsCall, { accountId, resource }: Arn): string =>
  `${endpoint}/${accountId}/${resource}`;

function partitionKey({ KinesisParameters: parameters }: Target, event: BusEvent): string {
  const found = parameters && valueAt(event, parameters.PartitionKeyPath ?? '$.id');
  return typeof found === 'string' && found !== '' ? found.slice(0, 256) : event.id;
}

/** Values may be paths into the event. */
function pipelineParameters({ SageMakerPipelineParameters: parameters }: Target, event: BusEvent) {
  return (parameters?.PipelineParameterList ?? []).map(({ Name, Value: value = '' }) => {
    const found = value.startsWith('$.') ? valueAt(event, value) : value;
    return { Name, Value: typeof found === 'string' ? found : JSON.stringify(found ?? null) };
  });
}

const forwarded = (busArn: string, event: BusEvent) => ({
  EventBusName: busArn,
  Source: event.source,
  DetailType: event['detail-type'],
  Resources: [...event.resources],
  Detail: JSON.stringify(event.detail),
  Time: new Date(event.time),
});

/** One stream for each event, as EventBridge does. */
async function sendToLogs(call: EventsCall, rule: Rule, { arn, event, input }: Delivery): Promise<unknown> {
  const logGroupName = arn.resource.replace(/^log-group:/, '').replace(/:\*$/, '');
  const principal = eventsPrincipal(call, rule);
  const logStreamName = event.id;
  await call.invoke('cloudwatch-logs', 'CreateLogStream', { logGroupName, logStreamName }, principal);
  const logEvents = [{ timestamp: call.now(), message: input }];
  return call.invoke('cloudwatch-logs', 'PutLogEvents', { logGroupName, logStreamName, logEvents }, principal);
}

async function bury(call: EventsCall, rule: Rule, { target, input }: Delivery, error: ServiceError): Promise<void> {
  const dead = parseArn(target.DeadLetterConfig?.Arn ?? '');
  if (!dead) return;
  const facts = { RULE_ARN: rule.arn, TARGET_ARN: target.Arn, ERROR_CODE: error.code, ERROR_MESSAGE: error.message };
  const attributes = Object.entries(facts).map(([name, value]) => [
    name,
    { DataType: 'String', StringValue: value.slice(0, 1000) || name },
  ]);
  const message = {
    QueueUrl: queueUrlOf(call, dead),
    MessageBody: input,
    MessageAttributes: Object.fromEntries(attributes),
  };
  try {
    await call.invoke('sqs', 'SendMessage', message, eventsPrincipal(call, rule));
    report(call, 'AWS/Events', { RuleName: rule.name }, { InvocationsSentToDlq: [1, 'Count'] });
  } catch (failure) {
    // The dead-letter queue is gone or closed as well: the event is lost, as in AWS.
    if (!(failure instanceof ServiceError)) throw failure;
    report(call, 'AWS/Events', { RuleName: rule.name }, { InvocationsFailedToBeSentToDlq: [1, 'Count'] });
  }
}
