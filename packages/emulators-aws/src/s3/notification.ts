import type { FilterRule, NotificationConfiguration } from '@aws-sdk/client-s3';
import { ServiceError } from '@cairn/emulator-kit';
import type { S3Call } from './access.ts';
import { invalidArgument, malformedXml, notSupported } from './errors.ts';
import { queueUrlOf, s3Principal } from './events.ts';

/** Events that happen here; S3 has more, about tags, replication and restoring. */
const EVENTS = [
  's3:ObjectCreated:*',
  's3:ObjectCreated:Put',
  's3:ObjectCreated:Post',
  's3:ObjectCreated:Copy',
  's3:ObjectCreated:CompleteMultipartUpload',
  's3:ObjectRemoved:*',
  's3:ObjectRemoved:Delete',
  's3:ObjectRemoved:DeleteMarkerCreated',
  's3:LifecycleExpiration:*',
  's3:LifecycleExpiration:Delete',
  's3:LifecycleExpiration:DeleteMarkerCreated',
];

interface Rule {
  readonly Id?: string | undefined;
  readonly Events: readonly string[] | undefined;
  readonly Filter?:
    | { readonly Key?: { readonly FilterRules?: readonly FilterRule[] | undefined } | undefined }
    | undefined;
}

/** A configuration as S3 takes it; rules without an id are given one. Throws InvalidArgument otherwise. */
export function checkedNotification(given: NotificationConfiguration, newId: () => string): NotificationConfiguration {
  const named = <R extends Rule>(rules: readonly R[] | undefined) =>
    rules?.map((rule) => ({ ...rule, Id: rule.Id || newId() }));
  const functions = named(given.LambdaFunctionConfigurations);
  const queues = named(given.QueueConfigurations);
  const topics = named(given.TopicConfigurations);
  const rules: Rule[] = [...(functions ?? []), ...(queues ?? []), ...(topics ?? [])];
  for (const rule of rules) checkRule(rule);
  demandUniqueIds(rules);
  demandApart(rules);
  return {
    ...(functions ? { LambdaFunctionConfigurations: functions } : {}),
    ...(queues ? { QueueConfigurations: queues } : {}),
    ...(topics ? { TopicConfigurations: topics } : {}),
    ...(given.EventBridgeConfiguration ? { EventBridgeConfiguration: {} } : {}),
  };
}

function checkRule({ Events: events = [], Filter: filter }: Rule): void {
  if (events.length === 0) throw malformedXml();
  const unknown = events.find((event) => !EVENTS.includes(event));
  if (unknown !== undefined) throw notSupported(`The event ${unknown}`);
  const names = (filter?.Key?.FilterRules ?? []).map(({ Name }) => Name?.toLowerCase());
  if (names.some((name) => name !== 'prefix' && name !== 'suffix')) {
    throw invalidArgument('filter rule name must be either prefix or suffix', 'FilterRule.Name', names.join());
  }
  if (new Set(names).size < names.length) {
    throw invalidArgument(
      'Cannot specify more than one prefix or suffix rule in a filter.',
      'FilterRule',
      names.join(),
    );
  }
}

function demandUniqueIds(rules: readonly Rule[]): void {
  if (new Set(rules.map(({ Id }) => Id)).size < rules.length) {
    throw invalidArgument('Configuration Ids must be unique.');
  }
}

/** Two rules that could be about the same event of the same key are refused: each event has one destination. */
function demandApart(rules: readonly Rule[]): void {
  rules.forEach((rule, index) => {
    if (rules.slice(0, index).some((other) => isOverlapping(rule, other))) {
      throw invalidArgument(
        'Configurations overlap. Configurations on the same bucket cannot share a common event type.',
      );
    }
  });
}

function isOverlapping(a: Rule, b: Rule): boolean {
  const shares = (a.Events ?? []).some((x) => (b.Events ?? []).some((y) => isWithin(x, y) || isWithin(y, x)));
  const [prefixA, prefixB] = [filterOf(a, 'prefix'), filterOf(b, 'prefix')];
  const [suffixA, suffixB] = [filterOf(a, 'suffix'), filterOf(b, 'suffix')];
  return (
    shares &&
    (prefixA.startsWith(prefixB) || prefixB.startsWith(prefixA)) &&
    (suffixA.endsWith(suffixB) || suffixB.endsWith(suffixA))
  );
}

const isWithin = (event: string, pattern: string): boolean =>
  event === pattern || (pattern.endsWith('*') && event.startsWith(pattern.slice(0, -1)));

const filterOf = ({ Filter: filter }: Rule, name: string): string =>
  filter?.Key?.FilterRules?.find((rule) => rule.Name?.toLowerCase() === name)?.Value ?? '';

/**
 * Tries every destination as S3 does: a queue and a topic get a test event, a function a dry run. One that is not
 * there, or whose policy keeps S3 out, is refused at once and not when the first object comes.
 */
export async function validateDestinations(
  call: S3Call,
  bucketName: string,
  {
    LambdaFunctionConfigurations: functions,
    QueueConfigurations: queues,
    TopicConfigurations: topics,
  }: NotificationConfiguration,
): Promise<void> {
  const test = JSON.stringify({
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: call.date().toISOString(),
    Bucket: bucketName,
    RequestId: call.requestId,
    HostId: call.requestId,
  });
  for (const { QueueArn: arn = '' } of queues ?? []) {
    await attempt(call, bucketName, arn, 'sqs', 'SendMessage', { QueueUrl: queueUrlOf(call, arn), MessageBody: test });
  }
  for (const { TopicArn: arn = '' } of topics ?? []) {
    const input = { TopicArn: arn, Subject: 'Amazon S3 Notification', Message: test };
    await attempt(call, bucketName, arn, 'sns', 'Publish', input);
  }
  for (const { LambdaFunctionArn: arn = '' } of functions ?? []) {
    await attempt(call, bucketName, arn, 'lambda', 'Invoke', { FunctionName: arn, InvocationType: 'DryRun' });
  }
}

async function attempt(
  call: S3Call,
  bucketName: string,
  arn: string,
  service: string,
  operation: string,
  input: unknown,
): Promise<void> {
  if (arn.split(':')[2] !== service) throw invalidArgument('The ARN could not be parsed', 'Arn', arn);
  try {
    await call.invoke(service, operation, input, s3Principal(call, bucketName));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new ServiceError('InvalidArgument', 'Unable to validate the following destination configurations', 400, {
      ArgumentName: arn,
      ArgumentValue: error.message,
    });
  }
}
