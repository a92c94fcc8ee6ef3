import type { Event, Resource } from '@aws-sdk/client-cloudtrail';
import type { JournalEntry } from '@cairn/emulator-kit';
import { findRole, findUser } from '../iam/entities.ts';
import type { IamState } from '../iam/state.ts';
import { eventSourceOf } from './event-source.ts';

/** An event as LookupEvents shows it, with the whole record in CloudTrail's own form beside it. */
export function describeEvent(entry: JournalEntry, iam: IamState): Event {
  const name = userNameOf(entry);
  return {
    EventId: entry.eventId,
    EventName: entry.operation,
    ReadOnly: String(entry.isReadOnly),
    ...(entry.accessKeyId === undefined ? {} : { AccessKeyId: entry.accessKeyId }),
    EventTime: new Date(entry.at),
    EventSource: eventSourceOf(entry.service),
    ...(name === undefined ? {} : { Username: name }),
    Resources: resourcesOf(entry),
    CloudTrailEvent: JSON.stringify(recordOf(entry, iam)),
  };
}

/** `ann` of a user, the session's name of a role, `root`. */
export function userNameOf({ principalKind, principalArn }: JournalEntry): string | undefined {
  if (principalKind === 'root') return 'root';
  if (principalKind !== 'user' && principalKind !== 'role-session') return undefined;
  return principalArn.slice(principalArn.lastIndexOf('/') + 1);
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html */
function recordOf(entry: JournalEntry, iam: IamState) {
  return {
    eventVersion: '1.11',
    userIdentity: identityOf(entry, iam),
    eventTime: `${new Date(entry.at).toISOString().slice(0, 19)}Z`,
    eventSource: eventSourceOf(entry.service),
    eventName: entry.operation,
    awsRegion: entry.region,
    sourceIPAddress: entry.sourceIp,
    userAgent: entry.userAgent,
    ...(entry.errorCode === undefined ? {} : { errorCode: entry.errorCode, errorMessage: entry.errorMessage }),
    requestParameters: camelCase(entry.parameters ?? null),
    responseElements: null,
    requestID: entry.requestId,
    eventID: entry.eventId,
    readOnly: entry.isReadOnly,
    resources: entry.resources
      .filter((arn) => arn.startsWith('arn:'))
      .map((ARN) => ({ ARN, accountId: iam.accountId })),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: iam.accountId,
    eventCategory: 'Management',
  };
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html */
function identityOf(entry: JournalEntry, iam: IamState) {
  const { principalKind, principalArn: arn, accessKeyId } = entry;
  const { accountId } = iam;
  const key = accessKeyId === undefined ? {} : { accessKeyId };
  switch (principalKind) {
    case 'root':
      return { type: 'Root', principalId: accountId, arn, accountId, ...key };
    case 'user': {
      const userName = userNameOf(entry) ?? '';
      return { type: 'IAMUser', principalId: findUser(iam, userName)?.id, arn, accountId, ...key, userName };
    }
    case 'role-session':
      return { type: 'AssumedRole', arn, accountId, ...key, ...sessionOf(arn, accessKeyId, iam) };
    case 'service':
      return { type: 'AWSService', invokedBy: arn };
    default:
      return { type: 'Unknown', principalId: 'anonymous', accountId: 'anonymous' };
  }
}

/** What a record tells of an assumed role: the role behind it and, when a key was issued, since when. */
function sessionOf(arn: string, accessKeyId: string | undefined, iam: IamState) {
  const [, userName = '', sessionName = ''] = arn.split('/');
  const role = findRole(iam, userName);
  const session = accessKeyId === undefined ? undefined : iam.sessions.get(accessKeyId);
  const attributes = session
    ? { creationDate: new Date(session.issuedAt).toISOString(), mfaAuthenticated: 'false' }
    : { mfaAuthenticated: 'false' };
  const issuer = { type: 'Role', principalId: role?.id, arn: role?.arn, accountId: iam.accountId, userName };
  return { principalId: `${role?.id}:${sessionName}`, sessionContext: { sessionIssuer: issuer, attributes } };
}

/** Records spell members in camel case: `RoleName` is `roleName` there. Keys that learners chose stay as they are. */
function camelCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCase);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [camelName(name), camelCase(member)]));
}

const camelName = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** CloudFormation's types by what stands in an ARN. */
const RESOURCE_TYPES: readonly (readonly [RegExp, string])[] = [
  [/:s3:::[^/]+$/, 'AWS::S3::Bucket'],
  [/:s3:::.+\//, 'AWS::S3::Object'],
  [/:iam::.*:user\//, 'AWS::IAM::User'],
  [/:iam::.*:role\//, 'AWS::IAM::Role'],
  [/:iam::.*:group\//, 'AWS::IAM::Group'],
  [/:iam::.*:policy\//, 'AWS::IAM::Policy'],
  [/:kinesis:.*:stream\//, 'AWS::Kinesis::Stream'],
  [/:lambda:.*:function:/, 'AWS::Lambda::Function'],
  [/:sagemaker:.*:training-job\//, 'AWS::SageMaker::TrainingJob'],
  [/:sagemaker:.*:endpoint\//, 'AWS::SageMaker::Endpoint'],
  [/:sagemaker:.*:model\//, 'AWS::SageMaker::Model'],
  [/:sqs:/, 'AWS::SQS::Queue'],
  [/:sns:/, 'AWS::SNS::Topic'],
];

export function resourcesOf({ resources }: JournalEntry): Resource[] {
  return [...new Set(resources)]
    .filter((arn) => arn.startsWith('arn:'))
    .map((arn) => {
      const type = RESOURCE_TYPES.find(([pattern]) => pattern.test(arn))?.[1];
      return { ...(type === undefined ? {} : { ResourceType: type }), ResourceName: arn };
    });
}
