import { CloudTrailClient, LookupEventsCommand, paginateLookupEvents } from '@aws-sdk/client-cloudtrail';
import { CreateRoleCommand, CreateUserCommand, DeleteUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let cloud: OpenSandbox;
let trail: CloudTrailClient;
let iam: IAMClient;

beforeAll(async () => {
  cloud = await openSandbox({ id: 'trail-test' });
});
beforeEach(async () => {
  await cloud.sandbox.reset(cloud.tenant);
  cloud.sandbox.authority.hostKeys(cloud.tenant);
  trail = cloud.client(CloudTrailClient);
  iam = cloud.client(IAMClient);
});
afterAll(async () => {
  expect(cloud.bugs).toEqual([]);
  await cloud.close();
});

const by = (AttributeKey: 'EventName' | 'Username' | 'ResourceName' | 'EventSource', AttributeValue: string) =>
  trail.send(new LookupEventsCommand({ LookupAttributes: [{ AttributeKey, AttributeValue }] }));

describe('LookupEvents', () => {
  it('finds a call by name, with the record in CloudTrail’s form', async () => {
    await iam.send(new CreateUserCommand({ UserName: 'ann' }));

    const { Events = [] } = await by('EventName', 'CreateUser');
    const record = JSON.parse(Events[0]?.CloudTrailEvent ?? '{}');

    expect(Events).toHaveLength(1);
    expect(Events[0]).toMatchObject({
      EventSource: 'iam.amazonaws.com',
      Username: 'learner',
      ReadOnly: 'false',
      AccessKeyId: cloud.learner.accessKeyId,
      Resources: [{ ResourceType: 'AWS::IAM::User' }],
    });
    expect(record).toMatchObject({
      eventName: 'CreateUser',
      awsRegion: 'us-east-1',
      userIdentity: { type: 'IAMUser', userName: 'learner', accountId: cloud.tenant.accountId },
      requestParameters: { userName: 'ann' },
      recipientAccountId: cloud.tenant.accountId,
    });
    expect(record.userIdentity.principalId).toMatch(/^AIDA/);
  });

  it('shows failures, and who a role session was', async () => {
    const AssumeRolePolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${cloud.tenant.accountId}:root` },
          Action: 'sts:AssumeRole',
        },
      ],
    });
    await iam.send(new CreateRoleCommand({ RoleName: 'Nobody', AssumeRolePolicyDocument }));
    const RoleArn = `arn:aws:iam::${cloud.tenant.accountId}:role/Nobody`;
    const { Credentials } = await cloud
      .client(STSClient)
      .send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'night-shift' }));
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
    const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    await cloud
      .client(IAMClient, { credentials })
      .send(new DeleteUserCommand({ UserName: 'ann' }))
      .catch(() => undefined);

    const { Events = [] } = await by('Username', 'night-shift');
    const record = JSON.parse(Events[0]?.CloudTrailEvent ?? '{}');

    expect(record).toMatchObject({
      eventName: 'DeleteUser',
      errorCode: 'AccessDenied',
      userIdentity: { type: 'AssumedRole', sessionContext: { sessionIssuer: { userName: 'Nobody', arn: RoleArn } } },
    });
  });

  it('goes page by page from the newest, each event once', async () => {
    for (let i = 0; i < 5; i += 1) await iam.send(new CreateUserCommand({ UserName: `u${i}` }));

    const seen: string[] = [];
    const query = { LookupAttributes: [{ AttributeKey: 'EventName' as const, AttributeValue: 'CreateUser' }] };
    for await (const page of paginateLookupEvents({ client: trail, pageSize: 2 }, query)) {
      for (const { CloudTrailEvent = '{}' } of page.Events ?? []) {
        seen.push(JSON.parse(CloudTrailEvent).requestParameters.userName);
      }
    }

    expect(seen).toEqual(['u4', 'u3', 'u2', 'u1', 'u0']);
  });

  it('keeps to the time asked for and to ninety days', async () => {
    await iam.send(new CreateUserCommand({ UserName: 'early' }));
    await cloud.advance(2 * 86_400_000);
    await iam.send(new CreateUserCommand({ UserName: 'late' }));
    const StartTime = new Date(cloud.tenant.clock.now() - 86_400_000);

    const recent = await trail.send(new LookupEventsCommand({ StartTime }));
    await cloud.advance(89 * 86_400_000);
    const { Events = [] } = await by('EventName', 'CreateUser');
    const backwards = trail.send(new LookupEventsCommand({ StartTime, EndTime: new Date(0) }));

    const named = (events: typeof Events) => events.filter(({ EventName }) => EventName === 'CreateUser').length;
    expect(named(recent.Events ?? [])).toBe(1);
    expect(named(Events)).toBe(1);
    await expect(backwards).rejects.toMatchObject({ name: 'InvalidTimeRangeException' });
  });

  it('takes one attribute, and shows nothing of another account', async () => {
    const other = await cloud.another('trail-other');
    await other.client(STSClient).send(new GetCallerIdentityCommand({}));
    const two = trail.send(
      new LookupEventsCommand({
        LookupAttributes: [
          { AttributeKey: 'EventName', AttributeValue: 'x' },
          { AttributeKey: 'ReadOnly', AttributeValue: 'true' },
        ],
      }),
    );

    await expect(two).rejects.toMatchObject({ name: 'InvalidLookupAttributesException' });
    expect((await by('EventSource', 'sts.amazonaws.com')).Events).toEqual([]);
  });
});
