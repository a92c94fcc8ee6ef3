import type { Event, FilterRule } from '@aws-sdk/client-s3';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { bucketArn, type S3Call } from './access.ts';
import { unquoted } from './preconditions.ts';
import type { Bucket, ObjectVersion } from './state.ts';

/** Something that happened to an object, as other services of the account hear of it. */
export interface ObjectEvent {
  readonly bucket: string;
  readonly key: string;
  /** Such as `ObjectCreated:Put`. */
  readonly eventName: string;
  readonly size: number | undefined;
  /** Without quotes. */
  readonly eTag: string | undefined;
  readonly versionId: string | undefined;
  /** Functions that the bucket's configuration names for it, each with the event it is to receive. */
  readonly functions: readonly { readonly functionArn: string; readonly event: S3EventMessage }[];
  /** Set when the bucket sends its events to EventBridge: that event's members. */
  readonly eventBridge: EventBridgeEvent | undefined;
}

export interface EventBridgeEvent {
  readonly source: 'aws.s3';
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface S3EventMessage {
  readonly Records: readonly Readonly<Record<string, unknown>>[];
}

/** What a change was: the name events carry, and the API call or rule that made it. */
export interface Happening {
  readonly eventName: Event extends `s3:${infer Name}` ? Name : never;
  readonly reason: string;
}

/** Tells listeners of the account, and the destinations that the bucket's configuration names. */
export function announce(call: S3Call, bucket: Bucket, key: string, version: ObjectVersion, what: Happening): void {
  const topic = what.eventName.startsWith('ObjectCreated:') ? 's3:ObjectCreated' : 's3:ObjectRemoved';
  const targets = targetsOf(bucket, key, what.eventName);
  const facts = factsOf(bucket, version);
  const message = (id: string) => messageOf(call, bucket, key, facts, what, id);
  const event: ObjectEvent = {
    bucket: bucket.name,
    key,
    eventName: what.eventName,
    ...facts,
    functions: targets.flatMap(({ id, functionArn }) => (functionArn ? [{ functionArn, event: message(id) }] : [])),
    eventBridge: bucket.notification.EventBridgeConfiguration && eventBridgeOf(call, bucket, key, facts, what),
  };
  call.emit(topic, event);
  for (const { id, queueArn, topicArn } of targets) {
    if (queueArn) call.background((later) => sendToQueue(later, bucket.name, queueArn, message(id)));
    if (topicArn) call.background((later) => publishToTopic(later, bucket.name, topicArn, message(id)));
  }
}

/** The service itself, as queues and topics see who delivers. */
export function s3Principal(call: S3Call, bucketName: string): Principal {
  const name = 's3.amazonaws.com';
  return { kind: 'service', arn: name, accountId: call.accountId, userId: name, sourceArn: bucketArn(bucketName) };
}

/** The URL of a queue of the account, from its ARN. */
export const queueUrlOf = (call: S3Call, queueArn: string): string =>
  `${call.endpoint}/${queueArn.split(':').slice(-2).join('/')}`;

interface Target {
  readonly id: string;
  readonly functionArn?: string | undefined;
  readonly queueArn?: string | undefined;
  readonly topicArn?: string | undefined;
}

function targetsOf({ notification }: Bucket, key: string, eventName: string): readonly Target[] {
  const {
    LambdaFunctionConfigurations: functions = [],
    QueueConfigurations: queues = [],
    TopicConfigurations: topics = [],
  } = notification;
  if (functions.length + queues.length + topics.length === 0) return [];
  const isMeant = ({ Events: events = [], Filter: filter }: Rule): boolean =>
    events.some((event) => isEvent(event, eventName)) &&
    (filter?.Key?.FilterRules ?? []).every((rule) => isKept(rule, key));
  return [
    ...functions.filter(isMeant).map(({ Id = '', LambdaFunctionArn }) => ({ id: Id, functionArn: LambdaFunctionArn })),
    ...queues.filter(isMeant).map(({ Id = '', QueueArn }) => ({ id: Id, queueArn: QueueArn })),
    ...topics.filter(isMeant).map(({ Id = '', TopicArn }) => ({ id: Id, topicArn: TopicArn })),
  ];
}

interface Rule {
  readonly Events: readonly Event[] | undefined;
  readonly Filter?:
    | { readonly Key?: { readonly FilterRules?: readonly FilterRule[] | undefined } | undefined }
    | undefined;
}

/** `s3:ObjectCreated:*` takes all of its kind. */
function isEvent(configured: string, eventName: string): boolean {
  const name = configured.replace(/^s3:/, '');
  return name.endsWith('*') ? eventName.startsWith(name.slice(0, -1)) : name === eventName;
}

/** Whether a filter rule lets a key pass. */
export function isKept({ Name: name, Value: value = '' }: FilterRule, key: string): boolean {
  return name?.toLowerCase() === 'prefix' ? key.startsWith(value) : key.endsWith(value);
}

type Facts = Pick<ObjectEvent, 'size' | 'eTag' | 'versionId'>;

function factsOf(bucket: Bucket, version: ObjectVersion): Facts {
  const object = version.kind === 'object' ? version : undefined;
  return {
    size: object?.blob.size,
    eTag: object && unquoted(object.eTag),
    versionId: bucket.versioning === 'never' ? undefined : version.versionId,
  };
}

/** Event message structure 2.1 (S3 user guide, "Event message structure"). Keys are encoded as in a query. */
function messageOf(
  call: S3Call,
  bucket: Bucket,
  key: string,
  facts: Facts,
  { eventName }: Happening,
  configurationId: string,
): S3EventMessage {
  const object = {
    key: encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/'),
    ...facts,
    sequencer: sequencerOf(bucket),
  };
  const record = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: bucket.region,
    eventTime: call.date().toISOString(),
    eventName,
    userIdentity: { principalId: `AWS:${call.principal.userId}` },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': call.requestId, 'x-amz-id-2': call.requestId },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId,
      bucket: { name: bucket.name, ownerIdentity: { principalId: call.state.ownerId }, arn: bucketArn(bucket.name) },
      object,
    },
  };
  return { Records: [record] };
}

/** S3 user guide, "EventBridge event message structure". */
function eventBridgeOf(call: S3Call, bucket: Bucket, key: string, facts: Facts, what: Happening): EventBridgeEvent {
  const isCreated = what.eventName.startsWith('ObjectCreated:');
  const isMarker = what.eventName.endsWith(':DeleteMarkerCreated');
  const object = {
    key,
    size: facts.size,
    etag: facts.eTag,
    'version-id': facts.versionId,
    sequencer: sequencerOf(bucket),
  };
  return {
    source: 'aws.s3',
    detailType: isCreated ? 'Object Created' : 'Object Deleted',
    resources: [bucketArn(bucket.name)],
    detail: {
      version: '0',
      bucket: { name: bucket.name },
      object,
      'request-id': call.requestId,
      requester: call.accountId,
      'source-ip-address': '127.0.0.1',
      reason: what.reason,
      ...(isCreated ? {} : { 'deletion-type': isMarker ? 'Delete Marker Created' : 'Permanently Deleted' }),
    },
  };
}

const sequencerOf = ({ sequence }: Bucket): string => sequence.toString(16).toUpperCase().padStart(18, '0');

async function sendToQueue(call: S3Call, bucketName: string, queueArn: string, message: S3EventMessage): Promise<void> {
  const input = { QueueUrl: queueUrlOf(call, queueArn), MessageBody: JSON.stringify(message) };
  await deliver(() => call.invoke('sqs', 'SendMessage', input, s3Principal(call, bucketName)));
}

async function publishToTopic(
  call: S3Call,
  bucketName: string,
  topicArn: string,
  message: S3EventMessage,
): Promise<void> {
  const input = { TopicArn: topicArn, Subject: 'Amazon S3 Notification', Message: JSON.stringify(message) };
  await deliver(() => call.invoke('sns', 'Publish', input, s3Principal(call, bucketName)));
}

async function deliver(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    // A queue that was deleted or closed since: S3 drops the event too. The journal keeps the refusal.
    if (!(error instanceof ServiceError)) throw error;
  }
}
